import type { HttpOutcome } from '../http/send.ts';
import { judgePlainHttp, type Judgement } from '../http/judge.ts';

const LONGEST_TEXT = 300;

/**
 * The answer of an access point by the exchange contract (docs/peppol-access-point.md): 2xx, it has the document and delivers it; 409, it
 * had it from us before; 408, 425, 429 and 5xx are tried again; everything else stops and calls a person, with the sentence that it gives.
 */
export function judgeAccessPoint(outcome: HttpOutcome, now: Date): Judgement {
  if (outcome.kind !== 'answered') return judgePlainHttp(outcome, now);
  const { status, body } = outcome;
  if (status === 409) return { verdict: 'delivered' };
  const judgement = judgePlainHttp(outcome, now);
  const text = sentenceOf(body);
  if (judgement.verdict === 'delivered' || text === '') return judgement;
  return { ...judgement, fault: { code: 'ACCESS_POINT_ANSWERED', status, text } };
}

/** `error.message` of a JSON answer (RFC 9457 problems: `detail` or `title`); empty where there is none. */
function sentenceOf(body: string): string {
  try {
    const { error, detail, title } = JSON.parse(body) as Readonly<Record<string, unknown>>;
    const message = (error as { readonly message?: unknown } | undefined)?.message ?? detail ?? title;
    return typeof message === 'string'
      ? message
          .replaceAll(/\p{Cc}+/gu, ' ')
          .slice(0, LONGEST_TEXT)
          .toWellFormed()
      : '';
  } catch {
    return '';
  }
}
