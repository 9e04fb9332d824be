import { mayAct } from '../../../accounts/roles.ts';
import { readQuarantined, type Quarantined } from '../../../documents/quarantine.ts';
import { detailSentence, errorSentence } from '../../../documents/sentences.ts';
import { partnerNames } from '../../../partners/partnerNames.ts';
import { servedBy } from '../../../partners/partners.ts';
import { page, type AdminAnswer } from '../answer.ts';
import { fact, instantFact } from '../documents/fact.ts';
import { inboundName } from '../documents/inbound.ts';
import { storyOf } from '../documents/story.ts';
import { excerptOf } from '../documents/text.ts';
import type { Fact } from '../documents/views.ts';
import { documentStyles } from '../documents/styles.ts';
import type { Choice } from '../lists/views.ts';
import { adminPage } from '../page.ts';
import { idParam } from '../params.ts';
import type { AdminVisit } from '../visit.ts';
import { quarantineMarks, reasonText } from './list.ts';
import type { QuarantinedView } from './views.ts';

/** One document in quarantine: what it is, why it was not taken, and what can be done. */
export const quarantinedPage = adminPage({
  path: '/quarantine/:id',
  role: 'reader',
  show: async (visit) => showQuarantined(visit, {}),
});

/** @param typed what was typed into the form that puts it aside, where it could not be used */
export async function showQuarantined(
  visit: AdminVisit,
  typed: { readonly reason?: string; readonly reasonError?: string },
): Promise<AdminAnswer> {
  const { em, root, account, tongue } = visit;
  const { t, language } = tongue;
  const found = await readQuarantined(em, idParam(visit));
  const { entry, document } = found;
  const { id, error, contentType } = document;
  const base = `${root}/admin/quarantine/${id}`;
  const may = (state: string): boolean => entry.state === state && mayAct(account.role, 'operator');
  const reason = error && reasonText(t, error.type);
  const view: QuarantinedView = {
    heading: inboundName(visit, document),
    state: quarantineMarks[entry.state],
    problems: error
      ? [
          reason ?? errorSentence(error.message, language),
          ...error.details.map((detail) => detailSentence(detail, language)),
        ]
      : [],
    advice: error?.type === 'DocumentUnsupported' ? t.quarantineFormatAdvice : t.quarantineSenderAdvice,
    facts: await factsOf(visit, found),
    story: await storyOf(visit, { inboundDocumentId: id }, { kind: 'nothing' }),
    text: await excerptOf(visit, { id, contentType, path: `/documents/in/${id}` }),
    checkHref: `${root}/admin/documents/in/${id}/check`,
    runAction: may('kept') ? `${base}/run-again` : '',
    discardAction: may('kept') ? `${base}/discard` : '',
    restoreAction: may('discarded') ? `${base}/restore` : '',
    partners: may('kept') ? await partnersOf(visit, found) : [],
    reason: typed.reason ?? '',
    reasonError: typed.reasonError ?? '',
  };
  const title = `${view.heading} – ${t.adminQuarantine}`;
  return page('admin/quarantine/document', view, {
    title,
    status: typed.reasonError ? 422 : 200,
    styles: documentStyles,
  });
}

async function factsOf({ em, root, tongue }: AdminVisit, { entry, document }: Quarantined): Promise<Fact[]> {
  const { t, w } = tongue;
  const owner = (await partnerNames(em, [entry.owner])).get(entry.owner) ?? '';
  const { buyer, envelope, customizationId, reference } = document;
  const senders = [...(envelope ? [envelope.sender] : []), ...buyer].map(({ id, scheme }) =>
    scheme === undefined ? id : `${scheme}:${id}`,
  );
  const day = (text: string): string => w.time(text);
  return [
    fact(t.quarantineOwner, owner, `${root}/admin/partners/${entry.owner}`),
    fact(t.quarantineSays, [...new Set(senders)].join(', ') || t.quarantineSaysNothing),
    ...instantFact(t.documentsTime, entry.keptAt),
    fact(t.documentsReference, reference),
    fact(t.quarantineTold, entry.told === 'receipt' ? t.quarantineToldReceipt : t.quarantineToldRefusal),
    ...(customizationId == null ? [] : [fact('CustomizationID', customizationId)]),
    ...(entry.handledDocument == null
      ? []
      : [fact(t.quarantineHandledAs, t.quarantineHandledLink, `${root}/admin/documents/in/${entry.handledDocument}`)]),
    ...(entry.discardReason == null ? [] : [fact(t.quarantineReason, entry.discardReason)]),
    ...(entry.settledBy == null || !entry.settledAt
      ? []
      : [fact(t.quarantineSettledBy, `${entry.settledBy}, ${day(entry.settledAt.toISOString())}`)]),
  ];
}

/** Whose it may be, where it came through a hub. */
async function partnersOf({ em }: AdminVisit, { document }: Quarantined): Promise<readonly Choice[]> {
  const hub = document.hub;
  if (hub == null) return [];
  return (await servedBy(em, hub, document.mode)).map(({ id, name }) => ({ value: id, text: name }));
}
