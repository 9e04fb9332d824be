import { mailboxState } from '../../../documents/mailbox.ts';
import { faultSentence } from '../../../documents/sentences.ts';
import { mayAct } from '../../../accounts/roles.ts';
import type { Message } from '../../../accounts/message.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import { lookIntoMailbox, mailboxOptions, MailboxFault } from '../../../transports/mail/mailbox.ts';
import { mailSender } from '../../../transports/mail/send.ts';
import { tryAccessPoint } from '../accessPoint.ts';
import { goTo } from '../answer.ts';
import { adminForm } from '../page.ts';
import type { AdminVisit } from '../visit.ts';
import type { ConnectionView } from './views.ts';

/** Servers of this installation that documents come and leave by. */
const connections = ['smtp', 'imap', 'access-point'] as const;
type Connection = (typeof connections)[number];

/** Which are set, where they are, and how that goes as far as it is known; no user names and secrets. */
export async function connectionViews(visit: AdminVisit): Promise<ConnectionView[]> {
  const { deps, account, tongue } = visit;
  const { t } = tongue;
  const { smtpUrl, mailFrom = '', imapUrl, accessPointUrl } = deps.config;
  const mayTry = mayAct(account.role, 'operator');
  const view = (id: Connection, name: string, url: string | undefined, text: string): ConnectionView => ({
    ...{ id, name, text: url === undefined ? t.settingsNotSet : text, mayTry: mayTry && url !== undefined },
    address: url === undefined ? '' : withoutLogin(url),
  });
  return [
    view('smtp', t.settingsSmtp, smtpUrl, t.settingsMailFrom({ from: mailFrom })),
    view('imap', t.settingsImap, imapUrl, await mailboxText(visit)),
    view('access-point', t.settingsAccessPoint, accessPointUrl?.url, ''),
  ];
}

function withoutLogin(given: string): string {
  const url = new URL(given);
  url.username = url.password = '';
  return url.href;
}

async function mailboxText({ em, tongue }: AdminVisit): Promise<string> {
  const { t, language } = tongue;
  const state = await mailboxState(em);
  if (!state?.lookedAt) return t.overviewMailboxNever;
  const at = state.lookedAt.toISOString();
  return state.fault
    ? t.overviewMailboxFails({ at, text: faultSentence(state.fault, language) })
    : t.overviewMailboxOk({ at });
}

/** Tries the connection to a server of this installation. Nothing is sent, and nothing is taken. */
export const tryConnection = adminForm({
  path: '/settings/connections/:which/try',
  role: 'operator',
  async act(visit) {
    const which = connections.find((one) => one === visit.params['which']);
    const message = which && (await tried[which](visit));
    if (!message) throw new RoundtripError('NotFound', 'No such connection is set.');
    return goTo('/settings', message);
  },
});

/** What came of it; undefined where it is not set. */
const tried: Readonly<Record<Connection, (visit: AdminVisit) => Promise<Message | undefined>>> = {
  async smtp({ deps, tongue }) {
    const { t, language } = tongue;
    const sender = mailSender(deps.config);
    if (!sender) return undefined;
    const fault = await sender.verify();
    return fault ? bad(faultSentence(fault, language)) : { tone: 'good', text: t.settingsSmtpWorks };
  },
  async imap({ deps, tongue }) {
    const { t, language } = tongue;
    const mailbox = mailboxOptions(deps.config);
    if (!mailbox) return undefined;
    try {
      return { tone: 'good', text: t.settingsImapWorks({ count: await lookIntoMailbox(mailbox) }) };
    } catch (error) {
      if (error instanceof MailboxFault) return bad(faultSentence(error.fault, language));
      throw error;
    }
  },
  async 'access-point'({ deps, tongue }) {
    const { accessPointUrl } = deps.config;
    if (!accessPointUrl) return undefined;
    return tryAccessPoint(deps.http, accessPointUrl, tongue);
  },
};

function bad(text: string): Message {
  return { tone: 'bad', text };
}
