import type {
  Checked,
  DecisionRef,
  Ended,
  Held,
  Hold,
  Identified,
  Parsed,
  Reminder,
  Run,
  SettledDocument,
} from '../activities/steps.ts';
import type { HoldTimes, MlrPlan, PunchInOrderResult } from './messages.ts';

export type Verdict = 'place' | 'hold' | 'refuse' | 'duplicate' | 'change' | 'settled';

/** What punchInOrder knows about its document. Plain state: no engine, no clock. Times are milliseconds since the epoch. */
export class PunchIn {
  readonly #inboundDocumentId: string;
  readonly #hold: HoldTimes;
  #round = 1;
  #parsed: Parsed | undefined;
  #questions = 0;
  #refusals = 0;
  #customer: string | undefined;
  #waits = false;
  #isMoved = false;
  #heldAt: number | undefined;
  #reminders = 0;
  readonly #decisions: string[] = [];
  #settled: SettledDocument | undefined;

  constructor(inboundDocumentId: string, hold: HoldTimes) {
    this.#inboundDocumentId = inboundDocumentId;
    this.#hold = hold;
  }

  /** What the steps of the present round are told. */
  get run(): Run {
    return { inboundDocumentId: this.#inboundDocumentId, round: this.#round };
  }

  /** What happens now, in words for an administrator. */
  get stage(): string {
    if (this.#settled) return this.#settled.outcome;
    if (this.#waits) return 'waiting for a person to decide';
    return this.#round === 1 ? 'checking' : `checking again (round ${this.#round})`;
  }

  parsed(parsed: Parsed): void {
    this.#parsed = parsed;
    if (parsed.kind === 'settled') this.#settled = parsed.settled;
    if (parsed.kind === 'order') this.checked(parsed);
  }

  identified(identified: Identified): void {
    this.#customer = identified.customer;
    this.checked(identified);
  }

  checked({ questions, refusals }: Checked): void {
    this.#questions += questions;
    this.#refusals += refusals;
  }

  /** Is the sender told of the document's form? Once, when it is first read; not of a repeat. */
  isToldTechnically({ negative, positive }: Pick<MlrPlan, 'negative' | 'positive'>): boolean {
    if (this.#round > 1) return false;
    if (this.#parsed?.kind === 'change') return positive;
    return this.#parsed?.kind === 'order' && (this.#refusals > 0 ? negative : positive);
  }

  /** False when further checks change nothing: the document is no order to place, or is refused anyway. */
  get isWorthChecking(): boolean {
    return this.verdict === 'place' || this.verdict === 'hold';
  }

  /** As far as the round has come. */
  get verdict(): Verdict | undefined {
    if (this.#parsed?.kind !== 'order') return this.#parsed?.kind;
    if (this.#refusals > 0) return 'refuse';
    return this.#questions > 0 ? 'hold' : 'place';
  }

  /** A deciding step ended: the document is settled, or everything is checked again. */
  ended(ended: Ended): void {
    this.#waits = false;
    if (ended.outcome === 'again') this.#startRound();
    else this.#settled = ended;
  }

  /** What holdOrder is told. The deadline counts from the first hold: asking for another round does not put it off. */
  hold(now: number): Hold {
    this.#heldAt ??= now;
    return { ...this.run, deadline: this.#deadline };
  }

  held({ held }: Held): void {
    if (held) this.#waits = true;
    else this.#startRound();
  }

  /** The order that the document changes has moved. */
  moved(): void {
    this.#isMoved = true;
  }

  get isMoved(): boolean {
    return this.#isMoved;
  }

  get waits(): boolean {
    return this.#waits;
  }

  decided(decisionId: string): void {
    if (!this.#decisions.includes(decisionId)) this.#decisions.push(decisionId);
  }

  get isDecided(): boolean {
    return this.#decisions.length > 0;
  }

  /** The oldest decision that was not carried out yet. */
  takeDecision(): DecisionRef {
    const decisionId = this.#decisions.shift();
    if (decisionId === undefined) throw new Error('no decision was made');
    return { ...this.run, decisionId };
  }

  /** Milliseconds until the next reminder; undefined after the last, which comes at the deadline: a hold then stays. */
  untilReminder(now: number): number | undefined {
    const due = [this.#hold.remindAfter, this.#hold.deadline][this.#reminders];
    return due === undefined || this.#heldAt === undefined ? undefined : Math.max(this.#heldAt + due - now, 1);
  }

  /** What remindOfHold is told. */
  takeReminder(): Reminder {
    this.#reminders += 1;
    return { ...this.run, kind: this.#reminders === 1 ? 'reminder' : 'deadline', deadline: this.#deadline };
  }

  get #deadline(): string {
    return new Date((this.#heldAt ?? 0) + this.#hold.deadline).toISOString();
  }

  get settled(): SettledDocument | undefined {
    return this.#settled;
  }

  get customer(): string | undefined {
    return this.#customer;
  }

  result(outboundDocumentId: string | undefined): PunchInOrderResult {
    if (!this.#settled) throw new Error('the document is not settled');
    const { outcome, orderId } = this.#settled;
    return {
      outcome,
      ...(orderId === undefined ? {} : { orderId }),
      ...(outboundDocumentId === undefined ? {} : { outboundDocumentId }),
    };
  }

  #startRound(): void {
    this.#round += 1;
    this.#parsed = undefined;
    this.#questions = 0;
    this.#refusals = 0;
    this.#waits = false;
    this.#isMoved = false;
  }
}
