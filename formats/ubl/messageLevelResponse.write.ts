import type { MessageLevelLine, MessageLevelResponse } from '../document/messageLevelResponse.ts';
import type { Party } from '../document/order.ts';
import { group, writtenXml, type XmlNode } from '../xml/writer.ts';
import { NOT_AVAILABLE, writeEndpoint } from './blocks3.write.ts';
import { textLeaf, writeIdentification } from './cart.blocks.ts';
import { APPLICATION_RESPONSE, CAC, CBC } from './namespaces.ts';
import { profiles } from './profiles.ts';
import { AGREED_SCHEME, inNames } from './schemes.ts';

export type MessageLevelFormat = 'peppol-36a-mlr' | 'peppol-3-mlr';

/** How the code lists are named in 36A; version 3 names none. */
interface Lists {
  readonly codes?: Readonly<Record<string, string>>;
  readonly types?: Readonly<Record<string, string>>;
  readonly reasons?: Readonly<Record<string, string>>;
}

const LISTS_36A: Lists = {
  codes: { listID: 'UNCL4343' },
  types: { listID: 'UNCL1001' },
  reasons: { listID: 'PEPPOLSTATUS' },
};

const ROOT = { name: 'ApplicationResponse', namespaces: { '': APPLICATION_RESPONSE, cac: CAC, cbc: CBC } };

/**
 * Writes a Message Level Response (T71) of Peppol BIS 36A or BIS 3 (release 2026.5). 36A has no code for "received, not yet checked": AB
 * throws there, as does RE without a description (BIS MLR, rules of use; not tested by the official rules).
 */
export function writeMessageLevelResponse(response: MessageLevelResponse, format: MessageLevelFormat): string {
  const is36A = format === 'peppol-36a-mlr';
  if (is36A && response.code === 'AB') throw new Error('36A has no code AB');
  if (response.code === 'RE' && !response.description?.trim()) throw new Error('a refusal must say why');
  const { customizations, profile } = profiles[format];
  const writeParty = is36A ? party36A : party3;
  const parts = [
    is36A ? textLeaf('cbc:UBLVersionID', '2.1') : undefined,
    textLeaf('cbc:CustomizationID', customizations[0]),
    textLeaf('cbc:ProfileID', profile),
    textLeaf('cbc:ID', response.number),
    textLeaf('cbc:IssueDate', response.issueDate),
    textLeaf('cbc:IssueTime', response.issueTime),
    group('cac:SenderParty', ...writeParty(response.sender)),
    group('cac:ReceiverParty', ...writeParty(response.receiver)),
    writeDocumentResponse(response, is36A ? LISTS_36A : {}),
  ];
  return writtenXml(
    ROOT,
    parts.filter((part) => part !== undefined),
  );
}

/** The endpoint alone. */
function party3(party: Party): (XmlNode | undefined)[] {
  return [writeEndpoint(party)];
}

/** A party must have a name or an identification (BII2-T71-R007, R008). */
function party36A({ endpoint, identifications: [first], name, legalName }: Party): (XmlNode | undefined)[] {
  const known = endpoint && inNames(endpoint);
  const identification = first && (inNames(first) ?? { id: first.id, scheme: AGREED_SCHEME });
  const called = name ?? legalName ?? (identification ? undefined : NOT_AVAILABLE);
  return [
    textLeaf('cbc:EndpointID', known?.id, { schemeID: known?.scheme }),
    writeIdentification(identification),
    group('cac:PartyName', textLeaf('cbc:Name', called)),
  ];
}

function writeDocumentResponse(response: MessageLevelResponse, lists: Lists): XmlNode | undefined {
  return group(
    'cac:DocumentResponse',
    group(
      'cac:Response',
      textLeaf('cbc:ResponseCode', response.code, lists.codes),
      textLeaf('cbc:Description', response.description),
    ),
    group(
      'cac:DocumentReference',
      textLeaf('cbc:ID', response.documentId),
      textLeaf('cbc:DocumentTypeCode', response.documentTypeCode, lists.types),
    ),
    ...response.lines.map((line) => writeLine(line, lists)),
  );
}

/**
 * The place as LineID, which is how the official example says it: an element XPath is not in the data model. A warning refuses nothing
 * (BIS MLR, rules of use).
 */
function writeLine({ path, reason, text }: MessageLevelLine, lists: Lists): XmlNode | undefined {
  return group(
    'cac:LineResponse',
    group('cac:LineReference', textLeaf('cbc:LineID', path ?? NOT_AVAILABLE)),
    group(
      'cac:Response',
      textLeaf('cbc:ResponseCode', reason === 'BW' ? 'AP' : 'RE', lists.codes),
      textLeaf('cbc:Description', text.trim() || NOT_AVAILABLE),
      group('cac:Status', textLeaf('cbc:StatusReasonCode', reason, lists.reasons)),
    ),
  );
}
