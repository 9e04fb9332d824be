/** What a partner's integrator needs to know of an agreement, in one language. It holds no secrets. Pure. */
import { formatName } from '../../../../documents/sentences.ts';
import { takenStatuses } from '../../../../partners/intake.ts';
import type { CredentialInfo } from '../../../../partners/credentials.ts';
import type { PunchOutSettings } from '../../../../partners/punchOut.ts';
import { optionText } from '../../../words/agreement/words.ts';
import type { Tongue } from '../../../words/words.ts';
import { kindKeys } from '../credentials/page.ts';
import { cxmlExample, ociExample, orderExample, peppolExample, type ExampleFacts } from './examples.ts';
import { code, fact, type SheetSection } from './facts.ts';
import { transportSections, type TransportFacts } from './transports.ts';

export interface SheetFacts extends ExampleFacts, TransportFacts {
  /** The partner's incoming ones of this mode that are active. */
  readonly credentials: readonly CredentialInfo[];
  /** Whole addresses. */
  readonly orders: string;
}

export function sheetSections(facts: SheetFacts, tongue: Tongue): SheetSection[] {
  const { agreement } = facts;
  const { punchOut, formats } = agreement;
  return [
    loginSection(facts, tongue),
    ...(formats.length > 0 ? [ordersSection(facts, tongue)] : []),
    ...transportSections(facts, tongue),
    ...(punchOut ? [punchOutSection(punchOut, facts, tongue)] : []),
  ];
}

function loginSection({ credentials, agreement }: SheetFacts, { t }: Tongue): SheetSection {
  const named = credentials.map(({ name, kind, user }) => {
    const what = t[kindKeys[kind]];
    return user === null ? `${what} – ${name}` : `${what} – ${name}: ${user}`;
  });
  return {
    title: t.partnersSheetLogin,
    facts: [
      fact(t.partnersCredentials, ...(named.length > 0 ? named : [t.partnersNothing])),
      fact(t.partnersSecret, t.partnersSheetSecret),
      ...(agreement.allowedAddresses.length > 0 ? [code(t.partnersSheetFrom, ...agreement.allowedAddresses)] : []),
    ],
    examples: [],
  };
}

function ordersSection(facts: SheetFacts, { t, w, language }: Tongue): SheetSection {
  const { agreement, orders } = facts;
  const { formats, answers, orderResponses, limits, senders, changes } = agreement;
  const statuses = takenStatuses(agreement);
  const answered = answers.acceptance !== 'none';
  return {
    title: t.partnersSheetOrders,
    facts: [
      code(t.partnersSheetAddress, `POST ${orders}`),
      fact(t.partnersSheetFormats, ...formats.map((format) => optionText('formats', format, language))),
      ...(senders.length > 0
        ? [code(t.partnersSheetSenders, ...senders.map(({ scheme, id }) => `${scheme}:${id}`))]
        : []),
      fact(t.partnersSheetLimits, t.partnersSheetLimitsText({ size: w.size(limits.bytes), lines: limits.lines })),
      fact(t.partnersSheetReceipt, t.partnersSheetReceiptText),
      fact(t.partnersSheetAnswer, optionText('answers.acceptance', answers.acceptance, language)),
      ...(answered ? [fact(t.partnersSheetChanged, answers.changesAllowed ? t.partnersYes : t.partnersNo)] : []),
      ...(answered
        ? [
            fact(
              t.partnersSheetSent,
              orderResponses ? optionText('orderResponses.kind', orderResponses.kind, language) : t.partnersSheetFetch,
            ),
          ]
        : []),
      fact(t.partnersSheetChange, optionText('changes.change', changes.change, language)),
      ...(statuses.length > 0
        ? [fact(t.partnersSheetStatuses, ...statuses.map((each) => formatName(each, language)))]
        : []),
      fact(t.partnersSheetAgain, t.partnersSheetAgainText),
      code(t.partnersSheetState, `GET ${orders}/documents/<id>`),
    ],
    examples: formats.some((format) => format !== 'cxml-order-request')
      ? [{ title: t.partnersSheetExampleOrder, text: orderExample(facts) }]
      : [],
  };
}

function punchOutSection(settings: PunchOutSettings, facts: SheetFacts, { t }: Tongue): SheetSection {
  const { oci, cxml, peppol, returnHosts } = settings;
  return {
    title: t.partnersSheetPunchOut,
    facts: [
      code(t.partnersSheetAddress, facts.punchOut),
      code(
        t.partnersSheetReturn,
        ...(returnHosts.length > 0 ? returnHosts : [settings.returnUrl ?? t.partnersNothing]),
      ),
      ...(oci ? [code(t.partnersSheetOci, oci.version), code(t.partnersSheetFields, ...namesIn(oci.parameters))] : []),
      ...(oci && oci.functions.length > 0 ? [code('FUNCTION', ...oci.functions)] : []),
      ...(cxml
        ? [
            code('cXML', ...cxml.operations.map((operation) => `PunchOutSetupRequest ${operation}`)),
            code('From', ...cxml.from.map(({ domain, identity }) => `${domain} ${identity}`)),
            ...(cxml.to.length > 0
              ? [code('To', ...cxml.to.map(({ domain, identity }) => `${domain} ${identity}`))]
              : []),
          ]
        : []),
      ...(peppol
        ? [code('Peppol Punch Out', ...peppol.documents), code(t.partnersSheetFields, ...namesIn(peppol.parameters))]
        : []),
      fact(t.partnersSheetVisit, t.partnersSheetVisitText(settings.session)),
    ],
    examples: [
      ...(oci ? [{ title: t.partnersSheetExampleOci, text: ociExample(oci, facts) }] : []),
      ...(cxml ? [{ title: t.partnersSheetExampleCxml, text: cxmlExample(cxml, facts) }] : []),
      ...(peppol ? [{ title: t.partnersSheetExamplePeppol, text: peppolExample(peppol, facts) }] : []),
    ],
  };
}

/** Names of the fields that are agreed. */
function namesIn(parameters: Readonly<Record<string, string | undefined>>): string[] {
  return Object.values(parameters).filter((name) => name !== undefined);
}
