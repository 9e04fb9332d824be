import type { Finding } from '../document/finding.ts';
import { shown } from '../document/shown.ts';
import type { XmlElement } from '../xml/element.ts';
import { PARTICIPANT_AUTHORITY, SBDH, type SbdhEnvelope } from './sbdh.parse.ts';

/** A dateTime with time zone (XML Schema Part 2, 3.2.7; the zone is demanded by the Peppol envelope specification). */
const INSTANT = /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
/** A service provider's identifier (eDEC code list 9.7, scheme 0242). */
const SERVICE_PROVIDER = /^0242:\d{6}(-[0-9A-Z_]{3,12}(\.[0-9A-Z\-._~]{3,24})?)?$/;
const MLS_TYPES = ['FAILURE_ONLY', 'ALWAYS_SEND'];
const LONGEST = 300;
const PARTICIPANT = /^[^\s:]{1,130}$/;

interface Problem {
  readonly id: string;
  readonly path: string;
  readonly text: string;
  readonly found?: string | undefined;
  readonly expected: string;
}

/**
 * Judges an envelope by the Peppol Business Message Envelope 2.0 (sections 2 and 2.1 of our digest), as advice: only what leaves open
 * who sent what to whom is fatal, everything else is a warning or, where it is to be ignored, told. `payload` is the payload's root; ids
 * are ours.
 */
export function checkEnvelope(header: XmlElement, envelope: SbdhEnvelope, payload: XmlElement): Finding[] {
  const fatal = [...participants(header, envelope), ...identification(envelope, payload)];
  const finding = (severity: Finding['severity'], problem: Problem): Finding => ({
    id: problem.id,
    layer: 'advice',
    severity,
    path: `/StandardBusinessDocument/StandardBusinessDocumentHeader/${problem.path}`,
    line: header.line,
    text: problem.text,
    expected: shown(problem.expected, LONGEST),
    ...(problem.found === undefined ? {} : { found: shown(problem.found, LONGEST) }),
  });
  return [
    ...fatal.map((problem) => finding('fatal', problem)),
    ...[...authorities(envelope), ...details(envelope)].map((problem) => finding('warning', problem)),
    ...[...statusScopes(envelope)].map((problem) => finding('info', problem)),
  ];
}

function* participants(header: XmlElement, envelope: SbdhEnvelope): Generator<Problem> {
  const sides = [
    { role: 'Sender', party: envelope.sender },
    { role: 'Receiver', party: envelope.receiver },
  ];
  for (const { role, party } of sides) {
    const id = `RT-SBDH-${role.toUpperCase()}`;
    const count = header.children.filter((child) => child.name === role && child.ns === SBDH).length;
    if (count !== 1) {
      yield { id, path: role, text: `The envelope has not exactly one ${role}.`, found: `${count}`, expected: '1' };
    } else if (!party?.scheme || !PARTICIPANT.test(party.id)) {
      const text = `The ${role} is not a participant identifier.`;
      yield { id, path: `${role}/Identifier`, text, found: party?.id, expected: 'for example 0007:5560000001' };
    }
  }
}

function* identification(envelope: SbdhEnvelope, payload: XmlElement): Generator<Problem> {
  const path = 'DocumentIdentification';
  if (!envelope.instanceIdentifier) {
    const text = 'The envelope has no instance identifier.';
    yield {
      id: 'RT-SBDH-INSTANCE',
      path: `${path}/InstanceIdentifier`,
      text,
      expected: 'an identifier, unique per envelope',
    };
  }
  if (envelope.standard !== payload.ns || envelope.type !== payload.name) {
    const text = 'The envelope names another document type than the one in it.';
    const found = `${envelope.standard}::${envelope.type}`;
    yield { id: 'RT-SBDH-TYPE', path, text, found, expected: `${payload.ns}::${payload.name}` };
  }
}

function* authorities({ senderAuthority, receiverAuthority }: SbdhEnvelope): Generator<Problem> {
  const sides = [
    { role: 'Sender', authority: senderAuthority },
    { role: 'Receiver', authority: receiverAuthority },
  ];
  for (const { role, authority } of sides) {
    if (authority === PARTICIPANT_AUTHORITY) continue;
    const text = `The ${role} is identified by another authority.`;
    const path = `${role}/Identifier/@Authority`;
    yield { id: 'RT-SBDH-AUTHORITY', path, text, found: authority, expected: PARTICIPANT_AUTHORITY };
  }
}

/**
 * What the service providers tell each other about message level status. Invalid values are to be ignored (Message Level Status 1.1), so
 * they are only told.
 */
function* statusScopes({ scopes }: SbdhEnvelope): Generator<Problem> {
  for (const { type, instanceIdentifier: found } of scopes) {
    if (type === 'MLS_TO' && !SERVICE_PROVIDER.test(found)) {
      const text = 'The scope MLS_TO does not name a service provider; it is ignored.';
      yield { id: 'RT-SBDH-MLS', path: 'BusinessScope', text, found, expected: 'for example 0242:987654' };
    }
    if (type === 'MLS_TYPE' && !MLS_TYPES.includes(found)) {
      const text = 'The scope MLS_TYPE has an unknown value; it is ignored.';
      yield { id: 'RT-SBDH-MLS', path: 'BusinessScope', text, found, expected: MLS_TYPES.join(' or ') };
    }
  }
}

function* details(envelope: SbdhEnvelope): Generator<Problem> {
  const { headerVersion, typeVersion, creationDateAndTime, documentId, processId, countryC1, scopes } = envelope;
  const path = 'DocumentIdentification';
  if (headerVersion !== '1.0') {
    const text = 'The version of the envelope is unknown.';
    yield { id: 'RT-SBDH-VERSION', path: 'HeaderVersion', text, found: headerVersion, expected: '1.0' };
  }
  if (!creationDateAndTime || !INSTANT.test(creationDateAndTime)) {
    const text = 'The creation time is not a date and time with time zone.';
    yield {
      id: 'RT-SBDH-TIME',
      path: `${path}/CreationDateAndTime`,
      text,
      found: creationDateAndTime,
      expected: '2026-01-31T12:00:00Z',
    };
  }
  const type = `${envelope.standard}::${envelope.type}##`;
  if (!documentId?.startsWith(type) || !documentId.endsWith(`::${typeVersion}`)) {
    const text = 'The scope DOCUMENTID does not name the type and version of the document.';
    yield {
      id: 'RT-SBDH-SCOPE',
      path: 'BusinessScope',
      text,
      found: documentId,
      expected: `${type}...::${typeVersion}`,
    };
  }
  if (!processId || /\s/.test(processId)) {
    const text = 'The scope PROCESSID is missing or not an identifier.';
    yield { id: 'RT-SBDH-SCOPE', path: 'BusinessScope', text, found: processId, expected: "the document's ProfileID" };
  }
  if (!countryC1 || !/^[A-Z0-9]{2}$/.test(countryC1)) {
    const text = 'The scope COUNTRY_C1 is missing or not a country code.';
    yield { id: 'RT-SBDH-SCOPE', path: 'BusinessScope', text, found: countryC1, expected: 'SE' };
  }
  const keys = scopes.map((scope) => scope.type);
  const double = keys.find((key, i) => keys.indexOf(key) !== i);
  if (double !== undefined) {
    const text = 'A scope is given twice.';
    yield { id: 'RT-SBDH-SCOPE', path: 'BusinessScope', text, found: double, expected: 'each key once' };
  }
}
