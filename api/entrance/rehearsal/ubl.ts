import { readAuthorization } from '../../../partners/credentials.ts';
import { checkFormat, checkSender, findServed, Look, sendersOf } from '../../../intake/look.ts';
import type { ContentGiven } from './content.ts';
import type { ReadContent } from './rehearse.ts';

/** A document in UBL, or nothing but a log-in: the Authorization header shows the secret. */
export async function rehearseUbl(given: ContentGiven): Promise<ReadContent> {
  const { pasted } = given;
  const header = readAuthorization(pasted.headers.get('authorization'));
  return {
    door: 'punchin',
    shown: header ? [header] : [],
    rest: async (guest) => {
      if (pasted.kind === 'xml') await checkDocument(given, guest);
    },
  };
}

async function checkDocument(
  { em, rehearsal, pasted, served }: ContentGiven,
  guest: Parameters<ReadContent['rest']>[0],
): Promise<void> {
  rehearsal.visit.check = 'body';
  const look = new Look(undefined);
  look.see(pasted.body);
  const { peeked, failure } = look.finish();
  await rehearsal.try('content', peeked?.number ?? '', () => {
    if (failure) throw failure;
  });
  if (!peeked) return;
  const senders = sendersOf(peeked)
    .map(({ scheme, id }) => (scheme === undefined ? id : `${scheme}:${id}`))
    .join(', ');
  rehearsal.visit.check = 'sender';
  const agreement =
    guest.kind === 'hub'
      ? (await rehearsal.try('sender', senders, async () => findServed(em, guest.mode, peeked, await served())))
          ?.agreement
      : guest.agreement;
  if (!agreement) return;
  rehearsal.visit.check = 'body';
  await rehearsal.try('format', peeked.format ?? peeked.customizationId ?? peeked.root.name, () =>
    checkFormat(peeked, agreement),
  );
  rehearsal.visit.check = 'sender';
  await rehearsal.try('sender', senders, () => checkSender(peeked, agreement));
}
