import type { Agreement } from '../partners/agreement.ts';
import { effectOf } from '../partners/verdict.ts';
import type { MatchedBy, Reason, ReasonCode } from '../shop/evaluation.ts';
import type { OrderBatchLine } from '../shop/orders.ts';
import type { Checked } from './steps.ts';

/** Questions of the step that matches products; the others belong to the one that checks prices. */
const MATCHING_REASONS: ReadonlySet<ReasonCode> = new Set([
  'LINE_NUMBER_REPEATED',
  'PRODUCT_UNKNOWN',
  'PRODUCT_AMBIGUOUS',
  'PRODUCT_WITHDRAWN',
  'UNIT_UNKNOWN',
  'QUANTITY_NOT_ALLOWED',
]);

/** Counts what the evaluated lines of an order come to under an agreement. */
export class LineTally {
  readonly #agreement: Agreement;
  readonly #matchedBy: Partial<Record<MatchedBy, number>> = {};
  #lines = 0;
  #compared = 0;
  #rejected = 0;
  #refusals = 0;
  #productQuestions = 0;
  #priceQuestions = 0;

  constructor(agreement: Agreement) {
    this.#agreement = agreement;
  }

  add(batch: readonly OrderBatchLine[]): void {
    for (const { evaluated, responseStatus } of batch) {
      this.#lines += 1;
      if (evaluated.comparison) this.#compared += 1;
      const by = evaluated.product?.by;
      if (by) this.#matchedBy[by] = (this.#matchedBy[by] ?? 0) + 1;
      // About a line that is rejected anyway nobody is asked.
      if (responseStatus === '27') this.#rejected += 1;
      else this.#judge(evaluated.reasons);
    }
  }

  #judge(reasons: readonly Reason[]): void {
    for (const reason of reasons) {
      const effect = effectOf(reason, this.#agreement);
      if (effect === 'refuseOrder') this.#refusals += 1;
      else if (effect === 'question' && MATCHING_REASONS.has(reason.code)) this.#productQuestions += 1;
      else if (effect === 'question') this.#priceQuestions += 1;
    }
  }

  get products(): Checked {
    return { questions: this.#productQuestions, refusals: 0 };
  }

  /** An order of which every line is rejected is refused. */
  get prices(): Checked {
    const nothingLeft = this.#lines > 0 && this.#rejected === this.#lines;
    return { questions: this.#priceQuestions, refusals: this.#refusals + (nothingLeft ? 1 : 0) };
  }

  get isClean(): boolean {
    const { questions, refusals } = this.prices;
    return this.#productQuestions + questions + refusals === 0;
  }

  get questions(): number {
    return this.#productQuestions + this.#priceQuestions;
  }

  get rejected(): number {
    return this.#rejected;
  }

  /** Lines whose price was compared with ours. */
  get compared(): number {
    return this.#compared;
  }

  get matchedBy(): Partial<Record<MatchedBy, number>> {
    return this.#matchedBy;
  }
}
