import { expect, it } from 'vitest';
import { lookIntoMailbox } from '../../../transports/mail/mailbox.ts';
import { MailSender } from '../../../transports/mail/send.ts';
import { startImapServer } from '../../kit/imapServer.ts';
import { message } from '../../kit/mails.ts';
import { MailServer, type MailServerOptions } from '../../kit/mailServer.ts';

const password = 'lösen';

async function verified(
  options: MailServerOptions,
  given: { readonly password?: string; readonly startTls?: boolean },
) {
  const server = await MailServer.start(options);
  const login = given.password === undefined ? '' : `nord:${encodeURIComponent(given.password)}@`;
  const url = server.url.replace('//', `//${login}`);
  const sender = new MailSender({ url, from: 'order@example.com', startTls: given.startTls ?? false });
  const fault = await sender.verify();
  await server.close();
  return { fault, mails: server.mails.length };
}

const withLogin: MailServerOptions = {
  authOptional: false,
  allowInsecureAuth: true,
  onAuth: (given, _session, callback) =>
    given.password === password ? callback(null, { user: given.username }) : callback(new Error('no')),
};

it('a mail server is logged in to, and gets no mail', async () => {
  expect(await verified(withLogin, { password })).toEqual({ fault: undefined, mails: 0 });
  expect(await verified(withLogin, { password: 'fel' })).toEqual({ fault: { code: 'SMTP_LOGIN' }, mails: 0 });
});

it('a mail server without TLS, or that is not there, is told of', async () => {
  expect((await verified({}, { startTls: true })).fault).toEqual({ code: 'SMTP_NO_TLS' });
  const away = new MailSender({ url: 'smtp://127.0.0.1:9', from: 'order@example.com', startTls: false });
  expect(await away.verify()).toEqual({ code: 'CONNECTION_REFUSED' });
});

it('a mailbox is opened and left as it is; a wrong log-in and a folder that is not there are told of', async () => {
  const server = await startImapServer([message('order@akero.example', [{ name: 'o.xml', text: '<a/>' }])]);
  const look = (url: string) => lookIntoMailbox({ url, startTls: false });
  expect(await look(server.url)).toBe(1);
  expect(server.count('INBOX')).toBe(1);
  await expect(look(server.url.replace('hemligt', 'fel'))).rejects.toMatchObject({ fault: { code: 'MAILBOX_LOGIN' } });
  await expect(look(server.url.replace('INBOX', 'Order'))).rejects.toMatchObject({
    fault: { code: 'MAILBOX_MISSING', folder: 'Order' },
  });
  server.close();
});
