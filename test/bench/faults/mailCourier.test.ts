import { expect, onTestFinished, test } from 'vitest';
import { OrderingPartner } from '../../../bench/faults/courier.ts';
import { judgeFiles } from '../../../bench/faults/filesVerdict.ts';
import { mailCourier } from '../../../bench/faults/mailCourier.ts';
import { MailReceiver } from '../../../bench/faults/mailReceiver.ts';
import { emptyMailbox } from '../../../transports/mail/mailbox.ts';
import { MailSender } from '../../../transports/mail/send.ts';

const mail = {
  ...{ to: 'order@akero.example', messageId: '<1@roundtrip>', subject: 'Svar', text: 'Svar', html: '<p>Svar</p>' },
  ...{ language: 'sv', senderName: 'Butiken', timeout: 300 },
};
const senderTo = (url: string) => new MailSender({ url, from: 'butik@shop.example', startTls: false });

test('a partner that mails sees where each of its mails is, and what it was told of it', async () => {
  const courier = await mailCourier();
  onTestFinished(courier.close);
  const { IMAP_URL: url, SMTP_URL: smtp } = courier.environment;
  await new OrderingPartner(courier).order(2);
  const judge = () => judgeFiles(courier.put, courier.kept(), courier.left());
  expect([courier.put.length, courier.left().length, judge().lost.length]).toEqual([4, 8, 12]);
  const inHand: string[][] = [];
  const look = () => {
    inHand.push(courier.claimed());
    return Promise.resolve('taken' as const);
  };
  await emptyMailbox({ url: url!, startTls: false }, look, new AbortController().signal);
  expect(inHand).toEqual([['F-1.xml'], ['F-1-again.xml'], ['F-1-half.xml'], ['F-2.xml']]);
  const sender = senderTo(smtp!);
  const tell = (name: string, text: string, messageId = `<${name}@roundtrip>`) =>
    sender.send({ ...mail, messageId, subject: `Receipt: ${name}`, text });
  for (const { name, isBroken } of courier.put)
    await tell(name, `- ${name}: ${isBroken ? 'refused' : 'received'}, reference 7F3K-Q2WD`);
  expect(judge()).toEqual({ lost: [], doubled: [] });
  await tell('F-2.xml', '- F-2.xml: received, reference 7F3K-Q2WE', '<another@roundtrip>');
  expect(judge().doubled).toEqual(['F-2.xml: 2 times']);
  const attachments = [{ filename: 'a.xml', contentType: 'application/xml', content: Buffer.from('<OrderResponse/>') }];
  await sender.send({ ...mail, attachments });
  expect(courier.answers(new Set())).toMatchObject([{ messageId: mail.messageId, accepted: 1, changed: true }]);
});

test('a receiver of mail fails in every way, and takes what it took before it failed for the same mail', async () => {
  const receiver = await MailReceiver.start();
  onTestFinished(receiver.close);
  const sender = senderTo(receiver.url);
  for (const mode of receiver.modes) {
    await receiver.behave(mode);
    expect([mode, (await sender.send(mail)).verdict]).toEqual([mode, 'retry']);
    await receiver.behave('ok');
  }
  expect((await sender.send(mail)).verdict).toBe('delivered');
  expect(receiver.mails()).toMatchObject([{ messageId: mail.messageId, times: 2, accepted: 1, changed: false }]);
});
