import { createHash } from 'node:crypto';
import type { DraftSettings } from '../../../../partners/draft.entity.ts';
import { fieldAt, type SettingField } from '../../../../partners/settings/fields.ts';
import { isRecord, valueAt, withValueAt } from '../../../../partners/settings/values.ts';
import type { PlainKey } from '../../../templates.ts';

/** A part of the form of an agreement, saved by itself. */
export interface Section {
  /** In its address. */
  readonly id: string;
  readonly titleKey: PlainKey;
  readonly hintKey: PlainKey;
  readonly fields: readonly SettingField[];
}

/** Parts of PunchOut that have sections of their own. */
const PROTOCOLS = ['oci', 'cxml', 'peppol'];

const orders = [
  section('documents', 'partnersDocuments', 'partnersDocumentsHint', [
    ...['formats', 'customers', 'senders', 'intake', 'pickups', 'allowedAddresses', 'limits'],
  ]),
  section('rules', 'partnersRules', 'partnersRulesHint', ['rules']),
  section('matching', 'partnersMatching', 'partnersMatchingHint', ['matching', 'delivery']),
  section('prices', 'partnersPrices', 'partnersPricesHint', ['price', 'charges']),
  section('deviations', 'partnersDeviations', 'partnersDeviationsHint', ['deviations']),
  section('carts', 'partnersCarts', 'partnersCartsHint', ['cart']),
  section('changes', 'partnersOrderChanges', 'partnersOrderChangesHint', ['changes']),
  section('cxml-orders', 'partnersCxmlOrders', 'partnersCxmlOrdersHint', ['cxml']),
];
const sending = [
  section('answers', 'partnersAnswers', 'partnersAnswersHint', ['answers', 'hold', 'mlr']),
  section('addresses', 'partnersAddresses', 'partnersAddressesHint', [
    'orderResponses',
    'addresses',
    'sending',
    'envelope',
  ]),
  section('messages', 'partnersMessages', 'partnersMessagesHint', ['messages']),
  section('mail', 'partnersMail', 'partnersMailHint', ['mail']),
];
const punchOut = [
  section('punchout', 'partnersPunchOut', 'partnersPunchOutHint', ['punchOut']),
  section('oci', 'partnersOci', 'partnersOciHint', ['punchOut.oci']),
  section('cxml', 'partnersCxml', 'partnersCxmlHint', ['punchOut.cxml']),
  section('peppol', 'partnersPeppol', 'partnersPeppolHint', ['punchOut.peppol']),
  section('catalogue', 'partnersCatalogue', 'partnersCatalogueHint', ['catalogue']),
];

/** The sections of the form, in groups. */
export const sectionGroups = [
  { titleKey: 'partnersGroupOrders', sections: orders },
  { titleKey: 'partnersGroupSending', sections: sending },
  { titleKey: 'partnersGroupPunchOut', sections: punchOut },
] as const;
export const sections: readonly Section[] = [...orders, ...sending, ...punchOut];

function section(id: string, titleKey: PlainKey, hintKey: PlainKey, paths: readonly string[]): Section {
  return { id, titleKey, hintKey, fields: paths.map(fieldOf) };
}

function fieldOf(path: string): SettingField {
  const field = fieldAt(path)!;
  if (path !== 'punchOut' || field.kind !== 'group') return field;
  return { ...field, fields: field.fields.filter(({ key }) => !PROTOCOLS.includes(key)) };
}

/** The section that shows a setting. @param path as in `problems`: `punchOut.oci.version`, `customers.0` */
export function sectionOf(path: string): Section {
  const shown = (one: Section): number =>
    Math.max(
      ...one.fields.map((field) => (path === field.path || path.startsWith(`${field.path}.`) ? field.path.length : 0)),
    );
  return sections.toSorted((a, b) => shown(b) - shown(a))[0]!;
}

/** The settings with the values of a section as they were read from its form; what the section does not show stays. */
export function withSection(settings: DraftSettings, { fields }: Section, read: readonly unknown[]): DraftSettings {
  return fields.reduce((result, field, at) => {
    const before = valueAt(settings, field.path);
    const value = read[at];
    return withValueAt(result, field.path, isRecord(value) ? { ...unshown(field, before), ...value } : value);
  }, settings);
}

/** What a group holds beside the fields that its section shows. */
function unshown(field: SettingField, value: unknown): Readonly<Record<string, unknown>> {
  if (field.kind !== 'group' || !isRecord(value)) return {};
  const shown = field.fields.map(({ key }) => key);
  return Object.fromEntries(
    Object.entries(value).filter(([key]) => !shown.includes(key) && key !== field.variant?.key),
  );
}

/** Tells whether two drafts are the same in a section. */
export function fingerprint(settings: DraftSettings, { fields }: Section): string {
  const shown = fields.map((field) => {
    const value = valueAt(settings, field.path);
    if (field.kind !== 'group' || !isRecord(value)) return value ?? null;
    const keys = [...field.fields.map(({ key }) => key), ...(field.variant ? [field.variant.key] : [])];
    return Object.fromEntries(keys.map((key) => [key, value[key]]));
  });
  return createHash('sha256').update(JSON.stringify(shown, inOrder)).digest('base64url').slice(0, 22);
}

/** PostgreSQL keeps the keys of objects in an order of its own. */
function inOrder(_key: string, value: unknown): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
