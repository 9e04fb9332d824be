import { recordChange } from '../../../../documents/audit.ts';
import { createSubscription, listSubscriptions } from '../../../../notices/subscriptions.ts';
import { noticeWords } from '../../../../notices/words.ts';
import type { NoticeEventCode } from '../../../../notices/events.ts';
import { goTo, page, type AdminAnswer } from '../../answer.ts';
import { adminForm, adminPage } from '../../page.ts';
import type { AdminVisit } from '../../visit.ts';
import {
  emptySubscription,
  readSubscriptionForm,
  subscriptionSections,
  type SubscriptionErrors,
  type SubscriptionTyped,
} from './form.ts';

export const PATH = '/settings/subscriptions';
const recipientKeys = {
  administrator: 'settingsToldPerson',
  customer: 'settingsToldCustomer',
  webhook: 'settingsToldWebhook',
} as const;

/** Who is told of what. */
export const showSubscriptions = adminPage({
  path: PATH,
  role: 'administrator',
  async show({ em, deps, tongue }) {
    const { titles } = noticeWords[tongue.language];
    const rows = (await listSubscriptions(em)).map(({ subscription, waiting }) => ({
      ...{ id: subscription.id, address: subscription.address, waiting, active: subscription.active },
      who: recipientKeys[subscription.recipient],
      events: subscription.events.map((code) => titles[code as NoticeEventCode] ?? code),
      stopped: subscription.stoppedBecause ?? '',
    }));
    const view = { rows, mailWaits: deps.config.smtpUrl === undefined };
    return page('admin/settings/subscriptions', view, { title: titleOf(tongue) });
  },
});

function titleOf({ t }: AdminVisit['tongue']): string {
  return `${t.settingsTold} – ${t.adminSettings}`;
}

async function newPage(
  visit: AdminVisit,
  typed: SubscriptionTyped = emptySubscription(visit.tongue.language),
  errors: SubscriptionErrors = new Map(),
): Promise<AdminAnswer> {
  const { em, tongue } = visit;
  const sections = await subscriptionSections(em, tongue, typed, errors, true);
  const problems = sections.flatMap(({ fields }) => fields).filter(({ error }) => error !== '');
  const title = `${tongue.t.settingsToldNew} – ${titleOf(tongue)}`;
  return page('admin/settings/newSubscription', { sections, problems }, { title, status: errors.size > 0 ? 422 : 200 });
}

export const showNewSubscription = adminPage({
  path: `${PATH}/new`,
  role: 'administrator',
  show: (visit) => newPage(visit),
});

/** Makes a subscription; the secret of a webhook is shown once. */
export const postSubscriptionForm = adminForm({
  path: `${PATH}/new`,
  role: 'administrator',
  async act(visit) {
    const { deps, em, form, tongue, account } = visit;
    const { typed, settings, errors } = await readSubscriptionForm(em, form, tongue);
    if (!settings) return newPage(visit, typed, errors);
    const made = await em.fork().transactional(async (tx) => {
      const result = await createSubscription(tx, deps.keyRing, { ...settings, by: account.name });
      const subject = { kind: 'subscription', id: result.id, name: settings.address };
      await recordChange(tx, { actor: account.name, action: 'subscription.created', subject, after: { ...settings } });
      return result;
    });
    const address = `${PATH}/${made.id}`;
    if (made.secret === undefined) return goTo(address, { tone: 'good', text: tongue.t.settingsToldMade });
    const view = { secret: made.secret, next: address };
    return page('admin/settings/webhookSecret', view, { title: tongue.t.settingsToldSecretTitle });
  },
});
