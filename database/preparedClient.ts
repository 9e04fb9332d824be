import { Client, type ClientConfig } from 'pg';

/** Texts that are prepared, for each process. The house has some dozens; beyond are texts made for one occasion. */
const MOST = 300;
const names = new Map<string, string>();

/**
 * A connection that prepares each statement with parameters once and then only executes it: PostgreSQL spends more time on parsing and
 * planning the short statements of an order than on running them.
 */
export class PreparedClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    const query = this.query.bind(this) as (...args: unknown[]) => unknown;
    this.query = ((...args: unknown[]) => query(...withName(args))) as Client['query'];
  }
}

function withName(args: readonly unknown[]): readonly unknown[] {
  const [text, values, ...rest] = args;
  if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) return args;
  const name = nameOf(text);
  return name === undefined ? args : [{ name, text, values: values as unknown[] }, ...rest];
}

function nameOf(text: string): string | undefined {
  if (!names.has(text) && names.size < MOST) names.set(text, `statement_${names.size + 1}`);
  return names.get(text);
}
