import { platforms } from '../../../../partners/platforms/platforms.ts';
import type { CartProtocol } from '../../../../partners/mapping/schema.ts';
import type { PunchOutSettings } from '../../../../partners/punchOut.ts';
import { lintSentence } from '../../../../partners/lint/sentences.ts';
import type { LintEffect } from '../../../../partners/lint/finding.ts';
import { latestSessions, previewCart, type CartPreview } from '../../../../sessions/preview.ts';
import { RoundtripError } from '../../../../platform/errors.ts';
import type { AgreementInHand } from '../../partners/agreement/inHand.ts';
import type { AdminVisit } from '../../visit.ts';
import type { MappingPreviewView } from '../views.ts';

/** Carts to choose from. */
const MOST_CARTS = 10;
/** Fields and characters that are shown of a long message. */
const MOST_FIELDS = 400;
const MOST_CHARACTERS = 60_000;
const MOST_FINDINGS = 100;

export interface PreviewAsked {
  readonly protocol: CartProtocol;
  /** Undefined: the settings are wrong elsewhere, so that nothing can be written. */
  readonly punchOut: PunchOutSettings | undefined;
  /** Id of a session, or empty: the invented cart. */
  readonly cart: string;
}

/** What would leave, and what the purchasing system would say to it. */
export async function previewView(
  visit: AdminVisit,
  inHand: AgreementInHand,
  asked: PreviewAsked,
): Promise<MappingPreviewView> {
  const { em, tongue, now, shop } = visit;
  const { t, language } = tongue;
  const { partner, mode } = inHand;
  const { protocol, punchOut, cart } = asked;
  const sessions = await latestSessions(em, { partnerId: partner.id, mode, protocol }, MOST_CARTS);
  const carts = [
    { value: '', text: t.mappingCartInvented, chosen: cart === '' },
    ...sessions.map(({ id, cartCode, createdAt }) => ({
      value: id,
      text: t.mappingCartOf({ code: cartCode, at: createdAt.toISOString() }),
      chosen: cart === id,
    })),
  ];
  const empty = { carts, fields: [], document: '', findings: [], counted: '' };
  if (!shop) return { ...empty, problem: t.mappingPreviewNoShop };
  if (!punchOut) return { ...empty, problem: t.mappingPreviewWrongElsewhere };
  const asks = { partnerId: partner.id, mode, protocol, settings: punchOut, ...(cart !== '' && { sessionId: cart }) };
  try {
    const preview = await previewCart(em, asks, now);
    return {
      ...empty,
      ...shown(preview),
      findings: findingsOf(preview, language),
      counted: t.mappingPreviewLines({ count: preview.lines }),
      problem: preview.message ? '' : t.mappingPreviewNoAddress,
    };
  } catch (error) {
    // the session is gone, or another partner's
    if (error instanceof RoundtripError && error.type === 'NotFound')
      return { ...empty, problem: t.mappingPreviewNoCart };
    throw error;
  }
}

function shown({ message }: CartPreview): Pick<MappingPreviewView, 'fields' | 'document'> {
  if (message?.document) return { fields: [], document: message.document.text.slice(0, MOST_CHARACTERS) };
  const fields = (message?.form.fields ?? []).slice(0, MOST_FIELDS);
  return { fields: fields.map(([name, value]) => ({ name, value })), document: '' };
}

const tones = { refuse: 'bad', cut: 'warn', notice: 'info' } as const satisfies Record<LintEffect, string>;

function findingsOf({ findings, message }: CartPreview, language: 'en' | 'sv'): MappingPreviewView['findings'] {
  const broken = (message?.broken ?? []).map(({ id, text, path }) => ({
    tone: 'bad' as const,
    id,
    text: `${path}: ${text}`,
  }));
  const told = findings.map((one) => {
    const text = lintSentence(one, language);
    return { tone: tones[one.effect], id: one.id, text: text.charAt(0).toUpperCase() + text.slice(1) };
  });
  return [...broken, ...told].slice(0, MOST_FINDINGS);
}

/** What is known of the purchasing system, for whoever writes rules for it. */
export function platformName({ platform }: PunchOutSettings): string {
  return platform === undefined ? '' : platforms[platform].name;
}
