/** What an agreement makes of what the checks found. Pure. */
import type { Finding } from '../formats/document/finding.ts';
import type { Bis3Release } from '../formats/ubl/rules/releases.ts';
import type { Reason } from '../shop/evaluation.ts';
import type { DeviationAction } from '../shop/orderPolicy.ts';
import type { Agreement } from './agreement.ts';

/** The fatal findings by what they lead to; notices also hold every warning. */
export interface JudgedFindings {
  readonly refusals: readonly Finding[];
  readonly questions: readonly Finding[];
  readonly notices: readonly Finding[];
}

/**
 * A fatal finding leads to what the agreement says for its layer, unless the rule is waived.
 * @param today business day in the shop's time zone, `YYYY-MM-DD`: a waiver holds until the end of its last day
 */
export function judgeFindings(findings: readonly Finding[], rules: Agreement['rules'], today: string): JudgedFindings {
  const waived = new Set(rules.waivers.filter(({ until }) => today <= until).map(({ rule }) => rule));
  const refusals: Finding[] = [];
  const questions: Finding[] = [];
  const notices: Finding[] = [];
  for (const finding of findings) {
    const effect = finding.severity !== 'fatal' || waived.has(finding.id) ? 'accept' : effectOfLayer(finding, rules);
    if (effect === 'refuse') refusals.push(finding);
    else if (effect === 'hold') questions.push(finding);
    else notices.push(finding);
  }
  return { refusals, questions, notices };
}

/** The release of the rules of BIS 3 that the agreement has on a day, `YYYY-MM-DD`; undefined: the newest. */
export function bis3Release({ releases }: Agreement['rules'], day: string): Bis3Release | undefined {
  const begun = releases.filter(({ from }) => from <= day);
  return begun.toSorted((a, b) => (a.from < b.from ? -1 : 1)).at(-1)?.bis3;
}

/** Our own fatal findings say that something cannot be read: no agreement makes such an order usable. */
function effectOfLayer({ layer }: Finding, rules: Agreement['rules']): 'refuse' | 'hold' | 'accept' {
  if (layer === 'structure') return rules.structure;
  if (layer === 'rules') return rules.rules;
  return layer === 'advice' ? 'refuse' : 'accept';
}

/** What a reason leads to: a person decides, the line is changed or rejected, the order is refused, or it is only noted. */
export type Effect = 'question' | 'changeLine' | 'rejectLine' | 'refuseOrder' | 'note';

const effects: Readonly<Record<DeviationAction, Effect>> = {
  accept: 'note',
  notify: 'note',
  ourPrice: 'changeLine',
  hold: 'question',
  rejectLine: 'rejectLine',
  rejectOrder: 'refuseOrder',
};

export function effectOf({ code, action }: Pick<Reason, 'code' | 'action'>, agreement: Agreement): Effect {
  if (action !== undefined) return effects[action];
  if (code === 'DELIVERY_PLACE_UNKNOWN') {
    return ({ oneOff: 'note', hold: 'question', refuse: 'refuseOrder' } as const)[agreement.delivery.unknownPlace];
  }
  return 'question';
}

/** "Accepted with changes" is sent only where the buyer takes changes, and answers at all. */
export function maySendChanges({ answers }: Agreement): boolean {
  return answers.changesAllowed && answers.acceptance !== 'none';
}
