import type { CxmlDocument } from '../../../formats/cxml/envelope.parse.ts';
import type { CxmlItem } from '../../../formats/cxml/item.parse.ts';
import { CxmlProblem } from '../../../formats/cxml/problem.ts';
import {
  extrinsic,
  parsePunchOutSetupRequest,
  type PunchOutSetupRequest,
} from '../../../formats/cxml/punchOutSetupRequest.parse.ts';
import { writePunchOutSetupResponse } from '../../../formats/cxml/punchOutSetupResponse.write.ts';
import { returnAddress } from '../../../partners/returnAddress.ts';
import type { RoundtripError } from '../../../platform/errors.ts';
import { landingOf } from '../../../sessions/catalogueEntry.ts';
import { fillCart, type EarlierLine, type EarlierProblem } from '../../../sessions/edit.ts';
import type { CxmlReturn } from '../../../sessions/returnSpec.ts';
import { simulatorAddress, type PunchOutCall, type PunchOutDoor } from '../door.ts';
import { logIn, type Login } from '../login.ts';
import { envelopeOf, sendCxml } from '../../entrance/cxml/answer.ts';
import { expected, fromProblem } from '../../../intake/cxml/read.ts';
import type { CxmlShopper } from './shopper.ts';

interface Setup {
  readonly shopper: CxmlShopper;
  readonly document: CxmlDocument;
  /** The document's text, secrets masked. */
  readonly kept: string;
}

/** PunchOutSetupRequest: a session is stored, its address is the StartPage (cXML digest, sections 6.1 to 6.3). */
export async function answerSetup(
  door: PunchOutDoor,
  call: PunchOutCall,
  { shopper, document, kept }: Setup,
): Promise<void> {
  const { visit, res } = call;
  const request = expected(() => parsePunchOutSetupRequest(document));
  const operation = openOperation(request, shopper);
  visit.check = 'returnAddress';
  const own = simulatorAddress(door, shopper);
  const url = returnAddress(request.browserFormPost, 'BrowserFormPost/URL', shopper.punchOut, own);
  const start = await logIn(
    door,
    call,
    shopper,
    {
      operation,
      ...shopperClaims(request, document, shopper),
      returnSpec: returnSpecOf(request, document, url),
      parameters: Object.fromEntries(request.extrinsics.map(({ name, text }) => [name, text])),
      entry: request.selectedItem && landingOf(request.selectedItem.supplierPartId),
      call: { contentType: 'text/xml; charset=utf-8', text: kept },
    },
    async (tx, session) => {
      // With create some systems send the lines of an earlier order, to order them again (section 6.2).
      if (request.items.length === 0) return;
      const [lost] = await fillCart(tx, session, request.items.map(earlierLine), visit.receivedAt);
      if (lost && operation !== 'create') throw cartLost(lost);
    },
  );
  sendCxml(res, writePunchOutSetupResponse(envelopeOf(door.deps, visit, shopper.settings), start));
}

/** @throws DocumentUnsupported (450) for `source` and what is not agreed */
function openOperation({ operation }: PunchOutSetupRequest, { settings }: CxmlShopper): 'create' | 'edit' | 'inspect' {
  if (operation !== 'source' && settings.operations.includes(operation)) return operation;
  throw fromProblem(
    new CxmlProblem(450, 'The operation is not open.', {
      element: 'PunchOutSetupRequest/@operation',
      found: operation,
      expected: settings.operations.join(', '),
    }),
  );
}

/** Who shops, by the words of the request and its From. */
export function shopperClaims(
  request: PunchOutSetupRequest,
  { header }: CxmlDocument,
  { settings }: CxmlShopper,
): Pick<Login, 'claim' | 'deliveryPlace' | 'language' | 'user'> {
  const person = request.contacts.find(({ role }) => role === 'endUser') ?? request.contacts[0];
  const key = extrinsic(request, ...settings.userExtrinsics) ?? person?.email;
  const name = person?.name ?? extrinsic(request, 'UserPrintableName', 'FullName');
  const mail = person?.email ?? extrinsic(request, 'UserEmail');
  const place = request.shipTo?.addressId;
  const identities = (header?.from ?? []).map(({ domain: scheme, identity: id }) => ({ scheme, id }));
  return {
    claim: { named: undefined, identities },
    deliveryPlace: place === undefined ? undefined : { id: place },
    language: extrinsic(request, 'Language'),
    user: key === undefined ? undefined : { key, ...(name && { name }), ...(mail && { mail }) },
  };
}

function returnSpecOf(request: PunchOutSetupRequest, document: CxmlDocument, url: string): CxmlReturn {
  const names = (party: 'from' | 'to'): CxmlReturn['from'] =>
    (document.header?.[party] ?? []).map(({ domain, identity }) => ({ domain, identity }));
  return {
    protocol: 'cxml',
    url,
    buyerCookie: request.buyerCookie,
    ...{ from: names('from'), to: names('to') },
    deploymentMode: document.deploymentMode,
    payloadId: document.payloadId ?? '',
  };
}

function earlierLine({ itemId, quantity, unitOfMeasure, unitPrice, priceBasis }: CxmlItem): EarlierLine {
  const baseQuantity = priceBasis?.quantity ?? '1';
  return {
    sellersId: itemId.supplierPartId,
    ...(itemId.supplierPartAuxiliaryId !== undefined && { auxiliaryId: itemId.supplierPartAuxiliaryId }),
    quantity,
    ...(unitOfMeasure !== undefined && { unit: unitOfMeasure }),
    ...(unitPrice && { price: { amount: unitPrice.amount, baseQuantity } }),
  };
}

/** An earlier cart that cannot be shown as it was: the buyer must begin a new one (section 6.2: 412). */
function cartLost({ position, element, found, expected }: EarlierProblem): RoundtripError {
  return fromProblem(
    new CxmlProblem(412, 'The earlier cart cannot be rebuilt.', {
      ...{ element: `ItemOut[${position}]/${element}`, found, expected },
    }),
  );
}
