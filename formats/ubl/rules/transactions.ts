import type { UblFormatId } from '../../document/order.ts';
import { table as t01Bis3Table } from '../generated/t01.bis3.table.ts';
import { table as t16Bis3Table } from '../generated/t16.bis3.table.ts';
import { table as t19Bis3Table } from '../generated/t19.bis3.table.ts';
import { table as t58Bis3Table } from '../generated/t58.bis3.table.ts';
import { table as t71Bis3Table } from '../generated/t71.bis3.table.ts';
import { table as t76Bis3Table } from '../generated/t76.bis3.table.ts';
import { table as t77Bis3Table } from '../generated/t77.bis3.table.ts';
import { table as t110Bis3Table } from '../generated/t110.bis3.table.ts';
import { table as t114Bis3Table } from '../generated/t114.bis3.table.ts';
import { table as t115Bis3Table } from '../generated/t115.bis3.table.ts';
import { table as t116Bis3Table } from '../generated/t116.bis3.table.ts';
import { t01Core, t16Core, t71Core, t76Core } from './bis2.core.ts';
import { bis3Rules } from './bis3.common.ts';
import { NumberedFacts } from './bis3.facts.ts';
import { t19Core, t58Core } from './catalogue.core.ts';
import { RuleSetCheck, type CheckOptions, type UblCheck } from './check.ts';
import { Facts } from './facts.ts';
import { model } from './model.ts';
import type { Rule } from './rule.ts';
import { bis3Releases, edition, newestRelease, type Bis3Release } from './releases.ts';
import { ruleSet, type RuleSet } from './ruleSet.ts';
import { ubl21, ubl23, type Schema } from './schema.ts';
import { biiRules as sveOrderBii } from './sveorder.bii.ts';
import { coreRules as sveOrderCore, eugenRules as sveOrderEugen } from './sveorder.eugen.ts';
import { SveOrderFacts } from './sveorder.facts.ts';
import { biiRules as t01Bii } from './t01.bii.ts';
import { orderChangeRulesBis3, orderRulesBis3 } from './t01.bis3.ts';
import { T01Bis3Facts } from './t01.bis3.facts.ts';
import { codeRules as t01Codes } from './t01.codes.ts';
import { eugenRules as t01Eugen } from './t01.eugen.ts';
import { T01Facts } from './t01.facts.ts';
import { biiRules as t16Bii } from './t16.bii.ts';
import { despatchAdviceRulesBis3 } from './t16.bis3.ts';
import { codeRules as t16Codes } from './t16.codes.ts';
import { eugenRules as t16Eugen } from './t16.eugen.ts';
import { biiRules as t19Bii } from './t19.bii.ts';
import { catalogueRulesBis3 } from './t19.bis3.ts';
import { T19Bis3Facts } from './t19.bis3.facts.ts';
import { codeRules as t19Codes } from './t19.codes.ts';
import { eugenRules as t19Eugen } from './t19.eugen.ts';
import { T19Facts } from './t19.facts.ts';
import { biiRules as t58Bii } from './t58.bii.ts';
import { catalogueResponseRulesBis3 } from './t58.bis3.ts';
import { eugenRules as t58Eugen } from './t58.eugen.ts';
import { biiRules as t71Bii } from './t71.bii.ts';
import { mlrRulesBis3 } from './t71.bis3.ts';
import { eugenRules as t71Eugen } from './t71.eugen.ts';
import { T71Facts } from './t71.facts.ts';
import { biiRules as t76Bii } from './t76.bii.ts';
import { advancedResponseRulesBis3, orderResponseRulesBis3 } from './t76.bis3.ts';
import { codeRules as t76Codes } from './t76.codes.ts';
import { eugenRules as t76Eugen } from './t76.eugen.ts';
import { biiRules as t77Bii } from './t77.bii.ts';
import { bis3CartRules } from './t77.bis3.ts';
import { codeRules as t77Codes } from './t77.codes.ts';
import { eugenRules as t77Eugen } from './t77.eugen.ts';
import { T77Facts } from './t77.facts.ts';
import { orderAgreementRulesBis3 } from './t110.bis3.ts';
import { T110Bis3Facts } from './t110.bis3.facts.ts';
import { orderCancellationRulesBis3 } from './t115.bis3.ts';

/** The order of BIS 28A and of the order-only 3A. */
export const t01 = ruleSet<T01Facts>([...t01Bii, ...t01Eugen, ...t01Codes], () => new T01Facts(), { core: t01Core });

/** The order response of BIS 28A. */
export const t76 = ruleSet<Facts>([...t76Bii, ...t76Eugen, ...t76Codes], () => new Facts(), { core: t76Core });

/** The despatch advice of BIS 30A. */
export const t16 = ruleSet<Facts>([...t16Bii, ...t16Eugen, ...t16Codes], () => new Facts(), { core: t16Core });

/** The catalogue of BIS 1A, and what is answered to it. */
export const t19 = ruleSet<T19Facts>([...t19Bii, ...t19Eugen, ...t19Codes], () => new T19Facts(), { core: t19Core });
export const t58 = ruleSet<T71Facts>([...t58Bii, ...t58Eugen], () => new T71Facts(), { core: t58Core });

/** The message level response of BIS 36A. */
export const t71 = ruleSet<T71Facts>([...t71Bii, ...t71Eugen], () => new T71Facts(), { core: t71Core });

/** The cart of BIS 18A; no core was published for it. */
export const t77 = ruleSet<T77Facts>([...t77Bii, ...t77Eugen, ...t77Codes], () => new T77Facts());

/** SveOrder 2.0: UBL 2.0, of which UBL 2.1 is a superset. */
export const sveOrder = ruleSet<SveOrderFacts>(
  [...sveOrderBii, ...sveOrderEugen, ...sveOrderCore],
  () => new SveOrderFacts(),
);

/** The newest release of a rule set, and any other. */
export interface ReleasedRuleSet<F extends Facts> extends RuleSet<F> {
  readonly as: (release: Bis3Release) => RuleSet<F>;
}

/** A transaction of BIS 3: the common rules, its own, and its data model; of earlier releases when they are first asked for. */
function bis3<F extends Facts>(
  transaction: string,
  table: string,
  line: string,
  rules: readonly Rule<F>[],
  newFacts: () => F,
  schema: Schema = ubl21,
): ReleasedRuleSet<F> {
  const built = new Map<Bis3Release, RuleSet<F>>();
  const as = (release: Bis3Release): RuleSet<F> => {
    const known = built.get(release);
    if (known) return known;
    const is = edition(release);
    const ofModel = { model: model(table, transaction, line, is), schema };
    const set = ruleSet<F>(is.rules([...bis3Rules, ...rules]), newFacts, ofModel);
    built.set(release, set);
    return set;
  };
  return { ...as(newestRelease), as };
}

/** Order, and what is answered to it. */
export const t01Bis3 = bis3('T01', t01Bis3Table, 'OrderLine', orderRulesBis3, () => new T01Bis3Facts());
export const t76Bis3 = bis3('T76', t76Bis3Table, 'OrderLine', orderResponseRulesBis3, () => new NumberedFacts());

/** Order agreement: an order that was placed elsewhere. */
export const t110Bis3 = bis3('T110', t110Bis3Table, 'OrderLine', orderAgreementRulesBis3, () => new T110Bis3Facts());

/** Advanced ordering: change, cancellation, and what is answered to them. */
export const t114Bis3 = bis3('T114', t114Bis3Table, 'OrderLine', orderChangeRulesBis3, () => new T01Bis3Facts(), ubl23);
export const t115Bis3 = bis3('T115', t115Bis3Table, '', orderCancellationRulesBis3, () => new Facts(), ubl23);
export const t116Bis3 = bis3(
  'T116',
  t116Bis3Table,
  'OrderLine',
  advancedResponseRulesBis3,
  () => new NumberedFacts(),
  ubl23,
);

/** Despatch advice. */
export const t16Bis3 = bis3('T16', t16Bis3Table, 'DespatchLine', despatchAdviceRulesBis3, () => new Facts());

/** Message level response. */
export const t71Bis3 = bis3('T71', t71Bis3Table, 'DocumentResponse', mlrRulesBis3, () => new Facts());

/** Catalogue, and what is answered to it. */
export const t19Bis3 = bis3('T19', t19Bis3Table, 'CatalogueLine', catalogueRulesBis3, () => new T19Bis3Facts());
export const t58Bis3 = bis3('T58', t58Bis3Table, 'DocumentResponse', catalogueResponseRulesBis3, () => new Facts());

/** The cart of Punch Out 3. */
export const t77Bis3 = bis3('T77', t77Bis3Table, 'CatalogueLine', bis3CartRules, () => new T77Facts());

/** Message level status, which service providers write: it is held to UBL, and its own Schematron is theirs. */
export const mls = ruleSet<Facts>([], () => new Facts());

/** What documents of a format are held to. */
interface Held {
  readonly newCheck: (options: CheckOptions) => UblCheck;
  readonly rules: () => readonly Rule<never>[];
}

function heldTo<F extends Facts>(set: RuleSet<F> | ReleasedRuleSet<F>): Held {
  return {
    newCheck: (options) => {
      const { bis3 = newestRelease } = options;
      return new RuleSetCheck('as' in set ? set.as(bis3) : set, options);
    },
    rules: () => ('as' in set ? bis3Releases.flatMap((release) => set.as(release).rules) : set.rules),
  };
}

const held: Readonly<Record<UblFormatId, Held>> = {
  'peppol-28a-order': heldTo(t01),
  'peppol-3a-order': heldTo(t01),
  'peppol-28a-order-response': heldTo(t76),
  'peppol-3-order': heldTo(t01Bis3),
  'peppol-3-order-response': heldTo(t76Bis3),
  'peppol-3-order-change': heldTo(t114Bis3),
  'peppol-3-order-cancellation': heldTo(t115Bis3),
  'peppol-3-order-response-advanced': heldTo(t116Bis3),
  'peppol-3-order-agreement': heldTo(t110Bis3),
  'peppol-3-despatch-advice': heldTo(t16Bis3),
  'peppol-3-mlr': heldTo(t71Bis3),
  'peppol-3-catalogue': heldTo(t19Bis3),
  'peppol-3-catalogue-response': heldTo(t58Bis3),
  'peppol-1a-catalogue': heldTo(t19),
  'peppol-1a-catalogue-response': heldTo(t58),
  'peppol-30a-despatch-advice': heldTo(t16),
  'peppol-36a-mlr': heldTo(t71),
  'peppol-mls': heldTo(mls),
  'sveorder-2-order': heldTo(sveOrder),
  'peppol-18a-cart': heldTo(t77),
  'peppol-3-cart': heldTo(t77Bis3),
};

/** The check of one document of that format. */
export function newCheck(format: UblFormatId, options: CheckOptions): UblCheck {
  return held[format].newCheck(options);
}

/** Every rule that documents of that format are or were held to: those of all releases, one after the other. */
export function rulesOf(format: UblFormatId): readonly Rule<never>[] {
  return held[format].rules();
}
