import type { TimelineFacts } from '../documents/timeline.ts';
import type { OrderHeader } from '../formats/document/order.ts';
import type { Agreement } from '../partners/agreement.ts';
import { orderPolicy } from '../partners/orderPolicy.ts';
import { effectOf, type Effect } from '../partners/verdict.ts';
import type { MatchedBy, Reason, ReasonCode } from '../shop/evaluation.ts';
import { OrderSums } from '../shop/orderSums.ts';
import { orderToRead } from '../shop/toRead.ts';
import type { OrderBatchLine } from '../shop/orders.ts';
import type { Checked } from './steps.ts';

/** Questions of the step that matches products; the others belong to the one that checks prices. */
const MATCHING_REASONS: ReadonlySet<ReasonCode> = new Set([
  'LINE_NUMBER_REPEATED',
  'PRODUCT_UNKNOWN',
  'PRODUCT_AMBIGUOUS',
  'PRODUCT_WITHDRAWN',
  'UNIT_UNKNOWN',
  'UNIT_CONTRADICTION',
  'QUANTITY_NOT_ALLOWED',
  'OUTSIDE_ASSORTMENT',
  'WANTED_DATE_PAST',
  'WANTED_DATE_TOO_SOON',
]);

/** Lines with a price that was agreed to before which are told. */
const MOST_AGREED = 20;

/** Counts what the evaluated lines of an order come to under an agreement. */
export class LineTally {
  readonly #agreement: Agreement;
  readonly #header: OrderHeader;
  readonly #sums = new OrderSums();
  readonly #matchedBy: Partial<Record<MatchedBy, number>> = {};
  #priceDay: string | undefined;
  #lines = 0;
  #compared = 0;
  #rejected = 0;
  #changed = 0;
  #noted = 0;
  #refusals = 0;
  #cartReasons: readonly Reason[] = [];
  readonly #agreed: TimelineFacts['price.agreed'][] = [];
  #productQuestions = 0;
  #priceQuestions = 0;

  constructor(agreement: Agreement, header: OrderHeader) {
    this.#agreement = agreement;
    this.#header = header;
  }

  add(batch: readonly OrderBatchLine[]): void {
    for (const one of batch) {
      const { evaluated, responseStatus } = one;
      this.#lines += 1;
      this.#sums.add(one);
      if (evaluated.comparison) this.#compared += 1;
      this.#priceDay ??= evaluated.comparison?.day;
      const agreed = evaluated.comparison?.agreed;
      if (agreed && this.#agreed.length < MOST_AGREED) this.#agreed.push({ line: evaluated.lineId, agreed });
      const by = evaluated.product?.by;
      if (by) this.#matchedBy[by] = (this.#matchedBy[by] ?? 0) + 1;
      // About a line that is rejected anyway nobody is asked.
      if (responseStatus === '30') this.#changed += 1;
      if (responseStatus === '27') this.#rejected += 1;
      else this.#judge(evaluated.reasons);
    }
  }

  #judge(reasons: readonly Reason[]): void {
    for (const reason of reasons) {
      const effect = effectOf(reason, this.#agreement);
      if (effect === 'refuseOrder') this.#refusals += 1;
      else if (effect === 'note') this.#noted += 1;
      else if (effect === 'question' && MATCHING_REASONS.has(reason.code)) this.#productQuestions += 1;
      else if (effect === 'question') this.#priceQuestions += 1;
    }
  }

  /** What the carts say about the order as a whole. */
  get cartReasons(): readonly Reason[] {
    return this.#cartReasons;
  }

  set cartReasons(reasons: readonly Reason[]) {
    this.#cartReasons = reasons;
  }

  get products(): Checked {
    return { questions: this.#productQuestions, refusals: 0 };
  }

  /** What the order comes to at our prices and as it would be accepted, where these differ. */
  get sums(): { readonly ours: string; readonly asked: string } | undefined {
    return this.#sums.differing;
  }

  /** Business day of our price of the first line that was compared. */
  get priceDay(): string | undefined {
    return this.#priceDay;
  }

  /** Sums and value of the order, its charges, its carts, and what of it a person must read. */
  get orderReasons(): readonly Reason[] {
    const policy = orderPolicy(this.#agreement);
    return [...this.#sums.reasons(this.#header, policy), ...this.#cartReasons, ...orderToRead(this.#header, policy)];
  }

  /** Of lines and sums. An order of which every line is rejected is refused. */
  get prices(): Checked {
    const nothingLeft = this.#lines > 0 && this.#rejected === this.#lines;
    const ofOrder = this.orderReasons.map((reason) => effectOf(reason, this.#agreement));
    const count = (wanted: Effect): number => ofOrder.filter((effect) => effect === wanted).length;
    return {
      questions: this.#priceQuestions + count('question'),
      refusals: this.#refusals + count('refuseOrder') + (nothingLeft ? 1 : 0),
    };
  }

  get isClean(): boolean {
    const { questions, refusals } = this.prices;
    return this.#productQuestions + questions + refusals === 0;
  }

  /** Questions about lines. */
  get questions(): number {
    return this.#productQuestions + this.#priceQuestions;
  }

  get rejected(): number {
    return this.#rejected;
  }

  /** Lines that the agreement accepts at our price. */
  get changed(): number {
    return this.#changed;
  }

  /** Deviations of lines that the agreement accepts and has told. */
  get noted(): number {
    return this.#noted;
  }

  /** Lines whose price was compared with ours. */
  get compared(): number {
    return this.#compared;
  }

  /** The first lines whose price a person has accepted before. */
  get agreed(): readonly TimelineFacts['price.agreed'][] {
    return this.#agreed;
  }

  get matchedBy(): Partial<Record<MatchedBy, number>> {
    return this.#matchedBy;
  }
}
