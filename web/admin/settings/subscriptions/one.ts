import { changedFields, recordChange } from '../../../../documents/audit.ts';
import type { AuditValue } from '../../../../documents/audit.entity.ts';
import { testNotice } from '../../../../notices/collect.ts';
import type { Notice } from '../../../../notices/notice.entity.ts';
import { findNotice, listNotices, markNoticeStarted, reopenNotice } from '../../../../notices/notices.ts';
import {
  addSecret,
  changeSubscription,
  endSubscription,
  findSubscription,
  replayEvents,
  revokeSecret,
  validSecrets,
} from '../../../../notices/subscriptions.ts';
import { readSubscriptionSettings } from '../../../../api/audit.ts';
import { tellEngine } from '../../../../api/engine.ts';
import { RoundtripError } from '../../../../platform/errors.ts';
import { goTo, page, type AdminAnswer } from '../../answer.ts';
import { adminForm, adminPage, type AdminForm } from '../../page.ts';
import { idParam } from '../../params.ts';
import type { AdminVisit } from '../../visit.ts';
import {
  readSubscriptionForm,
  subscriptionSections,
  typedOf,
  type SubscriptionErrors,
  type SubscriptionTyped,
} from './form.ts';
import { PATH } from './list.ts';

const ONE = `${PATH}/:id`;
/** Messages that the page shows. */
const MOST = 20;
const DAY = 86_400_000;
const role = 'administrator';

const stateMarks = {
  planned: { tone: 'info', key: 'settingsToldWaits' },
  ready: { tone: 'warn', key: 'settingsToldWaits' },
  sent: { tone: 'good', key: 'settingsToldSent' },
  refused: { tone: 'bad', key: 'settingsToldRefused' },
  gaveUp: { tone: 'bad', key: 'settingsToldGaveUp' },
  cancelled: { tone: 'info', key: 'settingsToldCancelled' },
} as const satisfies Record<Notice['state'], unknown>;

async function onePage(
  visit: AdminVisit,
  typed?: SubscriptionTyped,
  errors: SubscriptionErrors = new Map(),
): Promise<AdminAnswer> {
  const { em, tongue } = visit;
  const { subscription, waiting } = await findSubscription(em, idParam(visit));
  const { id, address, recipient, active, stoppedBecause } = subscription;
  const sections = await subscriptionSections(em, tongue, typed ?? (await typedOf(em, subscription)), errors, false);
  const notices = await listNotices(em, { subscription: id, limit: MOST });
  const secrets = recipient === 'webhook' ? await validSecrets(em, id) : [];
  const view = {
    ...{ id, address, waiting, active, stopped: stoppedBecause ?? '', isWebhook: recipient === 'webhook', sections },
    problems: sections.flatMap(({ fields }) => fields).filter(({ error }) => error !== ''),
    secrets: secrets.map((one) => ({ id: one.id, createdAt: one.createdAt.toISOString(), createdBy: one.createdBy })),
    notices: notices.slice(0, MOST).map((notice) => ({
      ...{ id: notice.id, events: notice.events, attempts: notice.attempts, isTest: notice.kind === 'test' },
      at: notice.createdAt.toISOString(),
      mark: stateMarks[notice.state],
      error: notice.state === 'sent' ? '' : (notice.lastError ?? ''),
    })),
  };
  const title = `${address} – ${tongue.t.settingsTold}`;
  return page('admin/settings/subscription', view, { title, status: errors.size > 0 ? 422 : 200 });
}

export const showSubscriptionPage = adminPage({ path: ONE, role, show: (visit) => onePage(visit) });

/** What was done: told to the person, recorded, and what follows once it is stored. */
interface Done {
  readonly text: string;
  readonly after?: AuditValue;
  readonly follow?: () => void;
}

/** Does something to a subscription, with its entry in the trail of changes in the same transaction. */
function action(path: string, name: string, act: (visit: AdminVisit, id: string) => Promise<Done>): AdminForm {
  return {
    method: 'post',
    path: `${ONE}${path}`,
    role,
    async act(visit) {
      const id = idParam(visit);
      const { text, follow } = await visit.em.fork().transactional(async (em) => {
        const { subscription } = await findSubscription(em, id);
        const done = await act({ ...visit, em }, id);
        const subject = { kind: 'subscription', id, name: subscription.address };
        const after = done.after === undefined ? {} : { after: done.after };
        await recordChange(em, { actor: visit.account.name, action: `subscription.${name}`, subject, ...after });
        return done;
      });
      follow?.();
      return goTo(name === 'removed' ? PATH : `${PATH}/${id}`, { tone: 'good', text });
    },
  };
}

const changed = adminForm({
  path: ONE,
  role,
  async act(visit) {
    const { em, form, tongue, account } = visit;
    const id = idParam(visit);
    const { subscription } = await findSubscription(em, id);
    const { typed, settings, errors } = await readSubscriptionForm(em, form, tongue, subscription);
    if (!settings) return onePage(visit, typed, errors);
    await em.fork().transactional(async (tx) => {
      const before = await readSubscriptionSettings(tx, id);
      await changeSubscription(tx, id, settings);
      const subject = { kind: 'subscription', id, name: settings.address };
      const differs = changedFields(before, await readSubscriptionSettings(tx, id));
      if (differs) await recordChange(tx, { actor: account.name, action: 'subscription.changed', subject, ...differs });
    });
    return goTo(`${PATH}/${id}`, { tone: 'good', text: tongue.t.settingsToldSaved });
  },
});

const tested = action('/test', 'sent', async (visit, id) => {
  const { subscription } = await findSubscription(visit.em, id);
  const notice = await findNotice(visit.em, await testNotice(visit.em, subscription, visit.now));
  return { text: visit.tongue.t.settingsToldTestSent, follow: () => send(visit, notice, false) };
});

const replayed = action('/replay', 'sentAgain', async ({ em, form, tongue, now }, id) => {
  const days = Math.min(Math.max(Number.parseInt(form.get('days') ?? '', 10) || 1, 1), 365);
  const from = new Date(now.getTime() - days * DAY);
  const count = await replayEvents(em, id, { from });
  return { text: tongue.t.settingsToldReplayed({ count }), after: { from: from.toISOString(), count } };
});

const resent = action('/notices/:notice', 'sentAgain', async (visit, id) => {
  const notice = await findNotice(visit.em, idParam(visit, 'notice'));
  if (notice.subscription !== id) throw new RoundtripError('NotFound', 'There is no such message.');
  await reopenNotice(visit.em, notice);
  return { text: visit.tongue.t.settingsToldResent, follow: () => send(visit, notice, true) };
});

const ended = action('/end', 'removed', async ({ em, tongue }, id) => {
  await endSubscription(em, id);
  return { text: tongue.t.settingsToldEnded };
});

const revoked = action('/secrets/:secret', 'secretRevoked', async (visit, id) => {
  await revokeSecret(visit.em, id, idParam(visit, 'secret'));
  return { text: visit.tongue.t.settingsToldSecretRevoked };
});

/** A further secret of a webhook, shown once. */
const secretMade = adminForm({
  path: `${ONE}/secrets`,
  role,
  async act(visit) {
    const { deps, em, account, tongue } = visit;
    const id = idParam(visit);
    const { subscription } = await findSubscription(em, id);
    const { secret } = await em.fork().transactional(async (tx) => {
      const made = await addSecret(tx, deps.keyRing, id, account.name);
      const subject = { kind: 'subscription', id, name: subscription.address };
      await recordChange(tx, { actor: account.name, action: 'subscription.secretAdded', subject });
      return made;
    });
    const view = { secret, next: `${PATH}/${id}` };
    return page('admin/settings/webhookSecret', view, { title: tongue.t.settingsToldSecretTitle });
  },
});

/** Mail waits for a mail server; the sweeper sends what this does not. */
function send({ deps }: AdminVisit, { id, channel }: Notice, again: boolean): void {
  if (channel === 'mail' && deps.config.smtpUrl === undefined) return;
  tellEngine(deps, 'a message of a subscription', async () => {
    await (again ? deps.engine.retryNotice(id) : deps.engine.startNotice(id));
    await markNoticeStarted(deps.orm.em.fork(), id);
  });
}

export const subscriptionForms = [changed, tested, replayed, resent, ended, secretMade, revoked];
