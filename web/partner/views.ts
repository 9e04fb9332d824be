import type { Mark, Tone } from '../admin/lists/views.ts';
import type { PublicFrame } from '../public/frame.ts';

interface Framed {
  readonly frame: PublicFrame;
}

interface Answer {
  readonly name: string;
  readonly number: string;
  readonly at: string;
  readonly mark: Mark;
  /** Code of an order response; empty for what has none. */
  readonly code: string;
  readonly attempts: number;
  readonly lastError: string;
  readonly href: string;
  readonly fileHref: string;
}

/** What the templates of web/templates/partner are given. Instants are ISO 8601. */
export interface PartnerPageViews {
  readonly 'partner/list': Framed & {
    readonly partner: string;
    readonly mode: 'production' | 'test';
    readonly expiresAt: string;
    readonly action: string;
    readonly language: string;
    readonly number: string;
    readonly rows: readonly {
      readonly href: string;
      readonly name: string;
      readonly at: string;
      readonly mark: Mark;
      readonly text: string;
      readonly next: string;
    }[];
    readonly older?: string;
  };
  readonly 'partner/document': Framed & {
    readonly back: string;
    readonly name: string;
    readonly at: string;
    readonly reference: string;
    readonly size: number;
    readonly sha256: string;
    readonly mark: Mark;
    readonly text: string;
    readonly next: string;
    /** The first document, where this is a repeat. */
    readonly original?: { readonly href: string; readonly reference: string };
    /** Why it is refused: code of the error catalogue, and each place. */
    readonly error?: { readonly code: string; readonly places: readonly Place[] };
    readonly problems: readonly (Place & { readonly code: string })[];
    readonly answers: readonly Answer[];
    readonly textHref: string;
    readonly fileHref: string;
    readonly checkHref: string;
  };
  readonly 'partner/check': Framed & {
    readonly back: string;
    readonly name: string;
    readonly valid: boolean;
    readonly omitted: number;
    readonly findings: readonly {
      readonly rule: string;
      readonly tone: Tone;
      readonly weight: 'fatal' | 'warning' | 'info';
      readonly path: string;
      readonly line: number;
      readonly href: string;
      readonly text: string;
    }[];
  };
  readonly 'partner/text': Framed & {
    readonly back: string;
    readonly name: string;
    readonly fileHref: string;
    readonly lines: readonly { readonly line: number; readonly text: string; readonly more: number }[];
    readonly line: number;
    readonly previous: string;
    readonly next: string;
  };
  readonly 'partner/closed': Framed & {
    readonly why: 'unknown' | 'expired' | 'revoked' | 'limited';
    readonly at: string;
  };
}

interface Place {
  readonly element: string;
  readonly found: string;
  readonly expected: string;
  readonly text: string;
  /** Line of the document's text, and its address; 0: not known. */
  readonly line: number;
  readonly lineHref: string;
}
