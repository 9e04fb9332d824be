import { askForLook } from '../../../../documents/pickups.ts';
import { faultSentence } from '../../../../documents/sentences.ts';
import { outgoingLogin } from '../../../../partners/outgoingLogin.ts';
import { RoundtripError } from '../../../../platform/errors.ts';
import { FileFault } from '../../../../transports/files/fault.ts';
import { openFiles } from '../../../../transports/files/open.ts';
import type { Message } from '../../../../accounts/message.ts';
import { tryAccessPoint } from '../../accessPoint.ts';
import { goTo } from '../../answer.ts';
import { adminForm } from '../../page.ts';
import type { AdminVisit } from '../../visit.ts';
import { modeInHand, partnerInHand } from '../inHand.ts';
import { accessPointsOf, foldersOf, type AgreedAccessPoint, type AgreedFolder } from './agreed.ts';

/** Tries the connection to a server, and has a folder looked into at once. Nothing that is agreed changes. */
export const lookNow = adminForm({
  path: '/partners/:id/folders/:mode/look',
  role: 'operator',
  async act(visit) {
    const { em, form, now, tongue } = visit;
    const { id: partnerId } = await partnerInHand(visit);
    const mode = modeInHand(visit);
    const name = form.get('name') ?? '';
    const path = `/partners/${partnerId}/folders`;
    const accessPoint = (await accessPointsOf(em, partnerId, mode)).find((one) => one.name === name);
    if (accessPoint) return goTo(path, await asked(visit, accessPoint, { partnerId, mode }));
    const found = (await foldersOf(em, partnerId, mode)).find((one) => one.name === name);
    if (!found) throw new RoundtripError('NotFound', 'The agreement names no such folder or server.');
    if (found.isFetched) await askForLook(em, { partnerId, mode, name }, now);
    if (found.at.kind === 'folder') return goTo(path, { tone: 'info', text: tongue.t.partnersLookAsked({ name }) });
    return goTo(path, await tried(visit, found, { partnerId, mode }));
  },
});

type Whose = Pick<Parameters<typeof openFiles>[2], 'partnerId' | 'mode'>;

async function asked(
  { deps, em, now, tongue }: AdminVisit,
  { address }: AgreedAccessPoint,
  whose: Whose,
): Promise<Message> {
  const login = await outgoingLogin(em, deps.keyRing, address, { ...whose, now });
  if ('fault' in login) return { tone: 'bad', text: faultSentence(login.fault, tongue.language) };
  return tryAccessPoint(deps.http, { url: address.url, ...login }, tongue);
}

async function tried({ deps, em, tongue }: AdminVisit, { name, at }: AgreedFolder, whose: Whose) {
  const { exchangeDirectory, allowPrivateAddresses: allowPrivate } = deps.config;
  try {
    const store = await openFiles({ keyRing: deps.keyRing, exchangeDirectory, allowPrivate }, em, { ...whose, at });
    try {
      const count = (await store.list('.')).length;
      return { tone: 'good', text: tongue.t.partnersConnected({ name, count }) } as const;
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    const why = faultSentence(error.fault, tongue.language);
    return { tone: 'bad', text: tongue.t.partnersNotConnected({ name, why }) } as const;
  }
}
