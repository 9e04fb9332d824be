import { deliverySentence } from '../documents/deliveryFaults.ts';
import { englishDelivery } from '../documents/deliveryFaults.en.ts';
import type { Notice } from '../notices/notice.entity.ts';
import { endNotice, findNotice, recordNoticeAttempt } from '../notices/notices.ts';
import { signatureHeader, SIGNATURE_HEADER } from '../notices/signature.ts';
import { signingSecrets, stopSubscription } from '../notices/subscriptions.ts';
import { RoundtripError } from '../platform/errors.ts';
import { shopProfile } from '../shop/profile.ts';
import { judgePlainHttp, type Judgement } from '../transports/http/judge.ts';
import type { DeliverDocumentResult, SendNoticesInput } from '../workflows/messages.ts';
import { pauseAfter } from './pauseAfter.ts';
import type { ActivityDeps } from './deps.ts';

interface EndedNotice {
  readonly noticeId: string;
  readonly outcome: Exclude<DeliverDocumentResult['outcome'], 'delivered'>;
}

/** Messages to administrators, customers and systems. */
export function createNoticeActivities(deps: ActivityDeps) {
  const { orm, log, clock } = deps;
  return {
    /** One attempt: a row, and a failure that says whether and when to try again. */
    async sendNotice({ noticeId, times }: SendNoticesInput): Promise<void> {
      const em = orm.em.fork();
      const notice = await findNotice(em, noticeId);
      if (notice.state === 'sent') return;
      const startedAt = clock();
      const judgement = await send(deps, notice, times.attempt);
      const pause = judgement.verdict === 'retry' ? (judgement.after ?? pauseAfter(notice.attempts + 1, times)) : 0;
      const error = judgement.verdict === 'delivered' ? null : deliverySentence(englishDelivery, judgement.fault);
      await recordNoticeAttempt(em, notice, {
        startedAt,
        milliseconds: clock().getTime() - startedAt.getTime(),
        outcome: outcomes[judgement.verdict],
        error,
        nextAttemptAt: judgement.verdict === 'retry' ? new Date(clock().getTime() + pause * 1000) : null,
      });
      if (judgement.verdict === 'retry')
        throw new RoundtripError('PartnerUnavailable', error ?? '', { retryAfter: pause });
      if (judgement.verdict === 'stop') throw new RoundtripError('PartnerRejected', error ?? '');
    },

    /** No attempt follows. A receiver that refuses gets no more until a person has looked. */
    async endNotice({ noticeId, outcome }: EndedNotice): Promise<void> {
      const em = orm.em.fork();
      log.error({ alert: 'notice', noticeId, outcome }, 'A notice was not sent');
      if (outcome !== 'refusedByReceiver') return endNotice(em, noticeId, outcome);
      const { subscription, lastError } = await findNotice(em, noticeId);
      if (subscription != null) await stopSubscription(em, subscription, lastError ?? 'The receiver refused.');
    },
  };
}

const outcomes = { delivered: 'delivered', retry: 'failed', stop: 'refused' } as const;

async function send(deps: ActivityDeps, notice: Notice, timeout: number): Promise<Judgement> {
  const { content, recipient, messageId, language } = notice;
  if (!content) throw new Error(`notice ${notice.id} is not written`);
  if ('body' in content) return post(deps, notice, content.body, timeout);
  if (!deps.mail) return { verdict: 'retry', fault: { code: 'MAIL_UNSET' } };
  const senderName = (await shopProfile(deps.orm.em.fork()))?.name ?? 'Roundtrip';
  return deps.mail.send({ to: recipient, messageId, language, senderName, ...content, timeout });
}

/** The secrets are opened here, for one attempt, and nowhere else. */
async function post(
  { orm, keyRing, http, clock }: ActivityDeps,
  { recipient: url, messageId, subscription }: Notice,
  text: string,
  timeout: number,
): Promise<Judgement> {
  const secrets = await signingSecrets(orm.em.fork(), keyRing, subscription ?? '');
  const body = Buffer.from(text);
  const outcome = await http.send({
    url,
    messageId,
    contentType: 'application/json; charset=utf-8',
    headers: { [SIGNATURE_HEADER]: signatureHeader(text, secrets, clock()) },
    size: body.length,
    body,
    timeout,
  });
  return judgePlainHttp(outcome, clock());
}
