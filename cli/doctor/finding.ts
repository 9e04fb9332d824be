import { SetupProblem } from '../../platform/embedded/setupProblem.ts';

/** One line of the doctor. */
export interface Finding {
  readonly check: string;
  readonly level: 'ok' | 'warning' | 'problem';
  readonly text: string;
  /** What to do about it. */
  readonly todo?: string;
}

export function ok(check: string, text: string): Finding {
  return { check, level: 'ok', text };
}

export function warning(check: string, text: string, todo: string): Finding {
  return { check, level: 'warning', text, todo };
}

export function problem(check: string, text: string, todo: string): Finding {
  return { check, level: 'problem', text, todo };
}

/** A certificate or waiver that ends sooner is told. */
const NOTICE = 30 * 86_400_000;

export function expiry(check: string, what: string, end: Date, todo: string): Finding {
  const day = end.toISOString().slice(0, 10);
  const left = end.getTime() - Date.now();
  if (left < 0) return problem(check, `${what} expired on ${day}`, todo);
  return left < NOTICE ? warning(check, `${what} expires on ${day}`, todo) : ok(check, `${what} is valid until ${day}`);
}

/** Our clock against another one: times in documents and signatures of TLS depend on it. */
export function clock(check: string, other: string, then: Date): Finding {
  const seconds = Math.round(Math.abs(Date.now() - then.getTime()) / 1000);
  if (seconds <= 5) return ok(check, `agrees with ${other}`);
  return problem(check, `differs from ${other} by ${seconds} s`, 'Synchronise the clocks of both machines (NTP).');
}

/** A failed step is a finding and stops no other. A SetupProblem says itself what to do. */
export async function guarded(check: string, todo: string, run: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof SetupProblem) return [{ check, level: 'problem', text: error.message }];
    const { message, cause } = error as Error & { cause?: Error };
    return [problem(check, (cause?.message || message || String(error)).split('\n')[0]!, todo)];
  }
}
