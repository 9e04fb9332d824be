import { codeLists } from '../generated/bis3.codes.ts';
import { chargeReasonCode } from './bis3.shared.ts';
import type { Facts } from './facts.ts';
import type { Rule } from './rule.ts';

/**
 * Releases of the official rules of Peppol BIS 3, oldest first. BIS 2 ended with VA 3.7.0, SveOrder 2.0 with the rules of June 2014: these
 * have one release each.
 */
export const bis3Releases = ['2025.11', '2026.5'] as const;
export type Bis3Release = (typeof bis3Releases)[number];
export const newestRelease = '2026.5' satisfies Bis3Release;

export type CodeListName = keyof typeof codeLists;

/** How a release differs from the newest, whose rules stand in the tables and files of this folder. */
export interface Edition {
  /** Throws for a list that the BIS does not have. */
  readonly codes: (list: CodeListName) => ReadonlySet<string>;
  /** The table of a data model with the places that the release had. */
  readonly table: (newest: string) => string;
  readonly rules: <F extends Facts>(newest: readonly Rule<F>[]) => readonly Rule<F>[];
}

const newest: Edition = { codes: (list) => codeLists[list], table: (table) => table, rules: (rules) => rules };

/**
 * 2025.11 from 2026.5. Source: comparison of the official rule files of both releases, for every transaction: rules that came with 2026.5,
 * severities that it raised, and codes that came and went.
 */
const CAME: Partial<Record<CodeListName, string>> = {
  ICD: '0245 0246 0247 0248',
  ISO4217: 'STN XCG',
  UNCL7161: 'CAX CAY CAZ DAC DAF DAG DAH DAI DAJ DAK DAL DAM DAN DAO DAP DAQ PRV',
  eas: '0242 0245 0246 0248',
};
const WENT: Partial<Record<CodeListName, string>> = {
  ISO4217: 'ANG BGN STD',
  eas: '0037 0147 0154 0158 0170 0177 0193 0194 0202 0203 0205 0212 0213 0215 0217',
};
/** Dutch identifiers; a line of a quotation needs the quotation. */
const NEW_RULES = /^PEPPOL-(COMMON-R(054|055|056-1|056-2|057)|T(01|114)-R035)$/;
/** Danish identifiers. */
const RAISED = /^PEPPOL-COMMON-R05[23]$/;
/** Where the reason codes of charges stand, whose list grew. */
const CHARGE_REASONS = /^PEPPOL-(T01|T110|T114)-CL002$/;
/** An order line may name the line of a quotation; the element, its rules and what stands in it. */
const NEW_PLACE = /^( +)\/QuotationLineReference .*\n(?:\1 .*\n)*/gm;

const lists = new Map<CodeListName, ReadonlySet<string>>();

function codesOf2025(list: CodeListName): ReadonlySet<string> {
  const known = lists.get(list);
  if (known) return known;
  const came = new Set(CAME[list]?.split(' '));
  const went = WENT[list]?.split(' ') ?? [];
  const codes = new Set([...codeLists[list]].filter((code) => !came.has(code)).concat(went));
  lists.set(list, codes);
  return codes;
}

function ruleOf2025<F extends Facts>(rule: Rule<F>): Rule<F>[] {
  if (NEW_RULES.test(rule.id)) return [];
  if (RAISED.test(rule.id)) return [{ ...rule, severity: 'warning' }];
  const [, transaction] = CHARGE_REASONS.exec(rule.id) ?? [];
  return transaction === undefined ? [rule] : [chargeReasonCode(transaction, codesOf2025('UNCL7161'))];
}

const editions: Readonly<Record<Bis3Release, Edition>> = {
  '2025.11': {
    codes: codesOf2025,
    table: (table) => table.replace(NEW_PLACE, ''),
    rules: (rules) => rules.flatMap(ruleOf2025),
  },
  '2026.5': newest,
};

export function edition(release: Bis3Release): Edition {
  return editions[release];
}
