/** Rules as a line of text that a person writes, and back (docs/mapping.md, As a line of text). Pure. */
import { fieldRule, type FieldRule, type Part, type Transform } from './schema.ts';

/** What should stand where something else does. */
export type Expected =
  | 'source'
  | 'end'
  | 'closing'
  | 'quote'
  | 'step'
  | 'number'
  | 'text'
  | 'by'
  /** `+` and `or` in one rule. */
  | 'oneKind'
  /** A value beyond the limits of rules. */
  | 'withinLimits';

/** Why a text is no rule. */
export interface ExpressionProblem {
  /** 1-based, in characters. */
  readonly column: number;
  /** What stands there; empty: the end. */
  readonly found: string;
  readonly expected: Expected;
}

export type Expression =
  | { readonly rule: FieldRule; readonly problem?: never }
  | { readonly problem: ExpressionProblem; readonly rule?: never };

interface Token {
  readonly kind: 'word' | 'text' | 'sign';
  readonly value: string;
  readonly column: number;
}

/** The text that leaves a field out. */
const LEFT_OUT = '-';
const TOKEN = /\s*(?:"((?:[^"\\]|\\.)*)"|\[([^\]]*)\]|([|+()])|([^\s|+()"[\]]+))/y;

class Refused extends Error {
  readonly problem: ExpressionProblem;

  constructor(problem: ExpressionProblem) {
    super(problem.expected);
    this.problem = problem;
  }
}

/** Reads a rule: `line.materialGroup or line.classifications.UNSPSC | cut 8`. */
export function parseExpression(text: string): Expression {
  try {
    const rule = fieldRule.safeParse(new Reader(tokensOf(text), text.length).rule());
    if (rule.success) return { rule: rule.data };
    return { problem: { column: 1, found: text.trim(), expected: 'withinLimits' } };
  } catch (error) {
    if (error instanceof Refused) return { problem: error.problem };
    throw error;
  }
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (text.slice(TOKEN.lastIndex).trim() !== '') {
    const start = TOKEN.lastIndex;
    const found = TOKEN.exec(text);
    const column = start + /^\s*/.exec(text.slice(start))![0].length + 1;
    if (!found) throw new Refused({ column, found: text.slice(column - 1, column + 20), expected: 'quote' });
    const [, quoted, bracketed, sign, word] = found;
    if (quoted !== undefined) tokens.push({ kind: 'text', value: quoted.replace(/\\(.)/g, '$1'), column });
    else if (sign !== undefined) tokens.push({ kind: 'sign', value: sign, column });
    else tokens.push({ kind: 'word', value: (bracketed ?? word)!, column });
  }
  return tokens;
}

/** One walk through the tokens, from left to right. */
class Reader {
  readonly #tokens: readonly Token[];
  readonly #length: number;
  #at = 0;

  constructor(tokens: readonly Token[], length: number) {
    this.#tokens = tokens;
    this.#length = length;
  }

  rule(): unknown {
    if (this.#tokens.length === 1 && this.#isNext('word', LEFT_OUT)) return { empty: true };
    const parts = [this.#part()];
    const between = this.#isNext('sign', '+') ? '+' : 'or';
    while (this.#take('sign', '+') ?? this.#take('word', 'or')) {
      if (this.#tokens[this.#at - 1]!.value !== between) throw this.#refusal('oneKind', this.#at - 1);
      parts.push(this.#part());
    }
    const separator = this.#take('word', 'between') && this.#text();
    const transforms = this.#steps();
    if (this.#at < this.#tokens.length) throw this.#refusal('end');
    const [first] = parts;
    if (parts.length === 1) return this.#single(first!, transforms);
    const sources = between === '+' ? { join: parts, separator } : { firstOf: parts };
    return { ...sources, transforms };
  }

  /** Steps of a part that stands alone are those of its rule. */
  #single({ transforms: own = [], ...source }: Partial<Part>, transforms: readonly unknown[]): unknown {
    return { ...source, transforms: [...own, ...transforms] };
  }

  #part(): Partial<Part> {
    if (!this.#take('sign', '(')) return this.#source();
    const part = { ...this.#source(), transforms: this.#steps() as Transform[] };
    if (!this.#take('sign', ')')) throw this.#refusal('closing');
    return part;
  }

  #source(): Partial<Part> {
    const token = this.#tokens[this.#at];
    if (token === undefined || token.kind === 'sign') throw this.#refusal('source');
    this.#at += 1;
    return token.kind === 'text' ? { literal: token.value } : { path: token.value };
  }

  #steps(): unknown[] {
    const steps: unknown[] = [];
    while (this.#take('sign', '|')) steps.push(this.#step());
    return steps;
  }

  #step(): unknown {
    const name = this.#tokens[this.#at]?.value ?? '';
    if (!Object.hasOwn(STEPS, name)) throw this.#refusal('step');
    this.#at += 1;
    return STEPS[name as Transform['do']]({
      number: () => this.#number(),
      text: () => this.#text(),
      by: () => {
        if (!this.#take('word', 'by')) throw this.#refusal('by');
        return this.#text();
      },
      mayBe: (pattern) => this.#mayBe(pattern),
    });
  }

  #number(): number {
    const value = this.#mayBe(/^\d{1,6}$/);
    if (value === undefined) throw this.#refusal('number');
    return Number(value);
  }

  #text(): string {
    const token = this.#tokens[this.#at];
    if (token === undefined || token.kind === 'sign') throw this.#refusal('text');
    this.#at += 1;
    return token.value;
  }

  #mayBe(pattern: RegExp): string | undefined {
    const token = this.#tokens[this.#at];
    if (token === undefined || token.kind === 'sign' || !pattern.test(token.value)) return undefined;
    this.#at += 1;
    return token.value;
  }

  #isNext(kind: Token['kind'], value: string): boolean {
    const token = this.#tokens[this.#at];
    return token?.kind === kind && token.value === value;
  }

  #take(kind: Token['kind'], value: string): true | undefined {
    if (!this.#isNext(kind, value)) return undefined;
    this.#at += 1;
    return true;
  }

  #refusal(expected: Expected, at = this.#at): Refused {
    const token = this.#tokens[at];
    return new Refused({ column: token?.column ?? this.#length + 1, found: token?.value ?? '', expected });
  }
}

/** What a step may ask for, one after the other. */
interface Arguments {
  number(): number;
  text(): string;
  /** The word `by`, and a text. */
  by(): string;
  /** The next word or text, if it is like that. */
  mayBe(pattern: RegExp): string | undefined;
}

const STEPS: { readonly [D in Transform['do']]: (given: Arguments) => unknown } = {
  upper: () => ({ do: 'upper' }),
  lower: () => ({ do: 'lower' }),
  trim: () => ({ do: 'trim' }),
  cut: (given) => ({ do: 'cut', length: given.number() }),
  pad: (given) => ({
    ...{ do: 'pad', length: given.number(), with: given.mayBe(/^.$/u), side: given.mayBe(/^(left|right)$/) },
  }),
  replace: (given) => ({ do: 'replace', find: given.text(), by: given.by() }),
  number: (given) => ({ do: 'number', decimals: decimalsOf(given.mayBe(/^\d{1,2}$/)), sign: given.mayBe(/^[.,]$/) }),
  date: (given) => ({ do: 'date', format: given.text() }),
  translate: (given) => ({ do: 'translate', table: given.text() }),
};

/** Names of the steps, for whoever writes a rule. */
export const stepNames = Object.keys(STEPS);

function decimalsOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

/** Writes a rule as `parseExpression` reads it. */
export function expressionText(rule: FieldRule): string {
  if (rule.empty) return LEFT_OUT;
  const steps = rule.transforms.map(stepText).join('');
  if (rule.join) {
    const between = rule.separator === undefined ? '' : ` between ${quoted(rule.separator)}`;
    return rule.join.map(partText).join(' + ') + between + steps;
  }
  if (rule.firstOf) return rule.firstOf.map(partText).join(' or ') + steps;
  return sourceText(rule) + steps;
}

function partText(part: Part): string {
  const text = sourceText(part) + part.transforms.map(stepText).join('');
  return part.transforms.length === 0 ? text : `(${text})`;
}

function sourceText({
  path,
  literal,
}: {
  readonly path?: string | undefined;
  readonly literal?: string | undefined;
}): string {
  return path === undefined ? quoted(literal ?? '') : wordText(path);
}

function stepText(step: Transform): string {
  return ` | ${[step.do, ...argumentsOf(step)].join(' ')}`;
}

function argumentsOf(step: Transform): string[] {
  if (step.do === 'cut') return [String(step.length)];
  if (step.do === 'pad') return [String(step.length), quoted(step.with), step.side];
  if (step.do === 'replace') return [quoted(step.find), 'by', quoted(step.by)];
  if (step.do === 'number') return [...(step.decimals === undefined ? [] : [String(step.decimals)]), quoted(step.sign)];
  if (step.do === 'date') return [quoted(step.format)];
  return step.do === 'translate' ? [wordText(step.table)] : [];
}

/** A name with blanks or signs in it stands in brackets. */
function wordText(name: string): string {
  const isPlain = !/[\s"[\]|+()]/.test(name) && name !== LEFT_OUT;
  return isPlain ? name : `[${name}]`;
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
