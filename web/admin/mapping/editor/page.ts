/** The mapping of an agreement: which field of the cart is filled with what, with the message that comes of it beside. */
import { createHash } from 'node:crypto';
import { cartFields } from '../../../../partners/mapping/fields.ts';
import { expressionText, parseExpression } from '../../../../partners/mapping/expression.ts';
import { cartProtocols, mappingSchema, UNITS, type CartProtocol } from '../../../../partners/mapping/schema.ts';
import { platformFor } from '../../../../partners/platforms/platforms.ts';
import { punchOutSettings, type PunchOutSettings } from '../../../../partners/punchOut.ts';
import { valueAt } from '../../../../partners/settings/values.ts';
import type { DraftSettings } from '../../../../partners/draft.entity.ts';
import { goTo, page, type AdminAnswer } from '../../answer.ts';
import { adminForm, adminPage } from '../../page.ts';
import type { AdminVisit } from '../../visit.ts';
import { agreementInHand, type AgreementInHand } from '../../partners/agreement/inHand.ts';
import { storeDraft } from '../../partners/agreement/storeDraft.ts';
import type { MappingEditorView } from '../views.ts';
import { pathsFor } from './paths.ts';
import { platformName, previewView } from './preview.ts';
import { rowProblemText } from './problemText.ts';
import {
  layerOf,
  levels,
  mappingOf,
  postedRows,
  readRules,
  storedRules,
  type Layer,
  type Level,
  type ReadRules,
  type TypedRules,
} from './rules.ts';

const PATH = '/partners/:id/agreements/:mode/mapping';

/** `GET ?protocol=oci&layer=all&cart=` */
export const showMapping = adminPage({
  path: PATH,
  role: 'reader',
  async show(visit) {
    const inHand = await agreementInHand(visit);
    const asked = { layer: layerOf(visit.query.get('layer')), protocol: visit.query.get('protocol') };
    const protocol = protocolOf(inHand.settings, asked.protocol);
    if (!protocol) return closedPage(visit, inHand);
    const typed = storedRules(mappingOf(inHand.settings) ?? mappingSchema.parse({}), protocol, asked.layer);
    return editorPage(visit, inHand, { typed, cart: visit.query.get('cart') ?? '' });
  },
});

/** Shows what would come of what was typed; nothing is stored. */
export const previewMapping = adminForm({
  path: `${PATH}/preview`,
  role: 'reader',
  async act(visit) {
    const inHand = await agreementInHand(visit);
    const typed = postedRules(visit, inHand.settings);
    return typed ? editorPage(visit, inHand, { typed, cart: visit.form.get('cart') ?? '' }) : closedPage(visit, inHand);
  },
});

/** Stores the rules of one layer and protocol in the draft. */
export const saveMapping = adminForm({
  path: PATH,
  role: 'administrator',
  async act(visit) {
    const { form, tongue } = visit;
    const inHand = await agreementInHand(visit);
    const { settings } = inHand;
    const typed = postedRules(visit, settings);
    if (!typed) return closedPage(visit, inHand);
    const cart = form.get('cart') ?? '';
    const stored = storedRules(mappingOf(settings) ?? mappingSchema.parse({}), typed.protocol, typed.layer);
    if (form.get('was') !== fingerprint(stored)) return editorPage(visit, inHand, { typed, cart, status: 409 });
    const read = readRules(settings, typed);
    if (read.problems.size > 0) return editorPage(visit, inHand, { typed, cart, status: 422 });
    if (fingerprint(stored) !== fingerprint(typed)) {
      await storeDraft(visit, inHand, read.settings);
    }
    const back = `${inHand.path}/mapping?protocol=${typed.protocol}&layer=${keptLayer(typed, read)}&cart=${encodeURIComponent(cart)}`;
    return goTo(back, { tone: 'good', text: tongue.t.mappingSaved });
  },
});

/** After saving: the new override, or the rules of all where there is none any more. */
function keptLayer({ layer, customers }: TypedRules, { settings }: ReadRules): Layer {
  if (layer === 'all' || customers.trim() === '') return 'all';
  return layer === 'new' ? (mappingOf(settings)?.overrides.length ?? 1) - 1 : layer;
}

function postedRules({ form }: AdminVisit, settings: DraftSettings): TypedRules | undefined {
  const protocol = protocolOf(settings, form.get('protocol'));
  if (!protocol) return undefined;
  const rows = { header: postedRows(form, 'header'), line: postedRows(form, 'line') };
  return { layer: layerOf(form.get('layer')), protocol, customers: (form.get('customers') ?? '').trim(), rows };
}

/** The protocol that is asked for, else the first that the agreement opens. */
function protocolOf(settings: DraftSettings, asked: string | null): CartProtocol | undefined {
  const open = openProtocols(settings);
  return open.find((one) => one === asked) ?? open[0];
}

function openProtocols(settings: DraftSettings): CartProtocol[] {
  return cartProtocols.filter((protocol) => valueAt(settings, `punchOut.${protocol}`) !== undefined);
}

/** Which rules a form was made from: it is stored only while they are the same. */
function fingerprint(rules: TypedRules): string {
  return createHash('sha256').update(JSON.stringify(rules)).digest('base64url').slice(0, 16);
}

interface Shown {
  readonly typed: TypedRules;
  readonly cart: string;
  /** 422: rows are wrong. 409: another has stored others meanwhile. */
  readonly status?: 422 | 409;
}

/** Empty rows to fill in. */
const BLANK_ROWS = 3;

async function editorPage(
  visit: AdminVisit,
  inHand: AgreementInHand,
  { typed, cart, status }: Shown,
): Promise<AdminAnswer> {
  const { account, root, tongue } = visit;
  const { partner, settings, path } = inHand;
  const read = readRules(settings, typed);
  const mapping = mappingOf(settings) ?? mappingSchema.parse({});
  const stored = storedRules(mapping, typed.protocol, typed.layer);
  const punchOut =
    read.punchOut ?? punchOutSettings.safeParse({ [typed.protocol]: {} }).data ?? punchOutSettings.parse({});
  const problems = problemsOf(read, tongue);
  const view: MappingEditorView = {
    partner,
    base: `${root}/admin${path}`,
    protocol: typed.protocol,
    protocols: openProtocols(settings),
    layers: layersOf(mapping.overrides, typed.layer),
    layer: String(typed.layer),
    customers: typed.customers,
    levels: shownLevels(typed.protocol).map((level) => levelView(level, { typed, punchOut, problems, visit })),
    tables: [...new Set([UNITS, ...Object.keys(mapping.tables), ...tablesNamed(typed)])],
    errors: [...problems].map(([at, text]) => ({ id: idOf(at), text })),
    conflict: status === 409 ? storedTexts(stored) : [],
    platform: platformName(punchOut),
    was: fingerprint(stored),
    mayChange: account.role === 'administrator',
    preview: await previewView(visit, inHand, { protocol: typed.protocol, punchOut: read.punchOut, cart }),
  };
  const title = tongue.t.mappingEditorTitle({ partner: partner.name });
  return page('admin/mapping/editor', view, {
    title,
    status: status ?? 200,
    styles: ['admin-partners.css', 'admin-mapping.css'],
  });
}

function problemsOf({ problems }: ReadRules, tongue: AdminVisit['tongue']): ReadonlyMap<string, string> {
  return new Map([...problems].map(([at, problem]) => [at, rowProblemText(problem, tongue)]));
}

function idOf(at: string): string {
  return `rule-${at.replace('.', '-')}`;
}

function layersOf(
  overrides: readonly { readonly customers: readonly string[] }[],
  layer: Layer,
): MappingEditorView['layers'] {
  return overrides.map(({ customers }, index) => ({
    value: String(index),
    customers: customers.join(', '),
    here: layer === index,
  }));
}

function storedTexts({ rows }: TypedRules): MappingEditorView['conflict'] {
  return levels.flatMap((level) => rows[level]);
}

/** Levels that the protocol has fields for. */
function shownLevels(protocol: CartProtocol): Level[] {
  return levels.filter((level) => cartFields[protocol].some((field) => field.level === level));
}

/** Tables that rules name, also those that are not there yet. */
function tablesNamed({ rows }: TypedRules): string[] {
  const rules = levels.flatMap((level) => rows[level].flatMap(({ text }) => parseExpression(text).rule ?? []));
  const parts = rules.flatMap((rule) => [rule, ...(rule.join ?? []), ...(rule.firstOf ?? [])]);
  return parts.flatMap(({ transforms }) => transforms.flatMap((step) => (step.do === 'translate' ? [step.table] : [])));
}

interface LevelFacts {
  readonly typed: TypedRules;
  readonly punchOut: PunchOutSettings;
  readonly problems: ReadonlyMap<string, string>;
  readonly visit: AdminVisit;
}

function levelView(
  level: Level,
  { typed, punchOut, problems, visit }: LevelFacts,
): MappingEditorView['levels'][number] {
  const { protocol } = typed;
  const { t, language } = visit.tongue;
  const blank = Array.from({ length: BLANK_ROWS }, () => ({ field: '', text: '' }));
  const template = Object.entries(platformFor(punchOut, protocol).mapping[protocol]?.[level] ?? {});
  return {
    level,
    title: level === 'header' ? t.mappingHeaderFields : t.mappingLineFields,
    rows: [...typed.rows[level], ...blank].map((row, index) => {
      const at = `${level}.${index}`;
      return { ...row, id: idOf(at), error: problems.get(at) ?? '' };
    }),
    fields: cartFields[protocol]
      .filter((field) => field.level === level)
      .map(({ name, longest }) => ({
        name,
        text: longest === undefined ? '' : t.mappingFieldLongest({ longest }),
      })),
    paths: pathsFor(level, punchOut, language),
    template: template.map(([field, rule]) => ({ field, text: expressionText(rule) })),
  };
}

function closedPage({ root, tongue }: AdminVisit, { partner, path }: AgreementInHand): AdminAnswer {
  const view = { partner, base: `${root}/admin${path}` };
  return page('admin/mapping/closed', view, { title: tongue.t.mappingEditorTitle({ partner: partner.name }) });
}
