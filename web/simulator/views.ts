import type { Language } from '../../documents/words.ts';
import type { Tone } from '../admin/lists/views.ts';
import type { PlainKey } from '../templates.ts';

/** What stands around every page of a simulation. */
export interface SimulatorFrame {
  readonly title: string;
  /** `/simulator/<key>`. */
  readonly base: string;
  readonly csrf: string;
  readonly mayAct: boolean;
  readonly partner: string;
  /** Of the test agreement in force. */
  readonly version: number;
  /** When the link ends. */
  readonly until: string;
  /** Query that keeps the language which the address asked for. */
  readonly kept: string;
  /** Base of the console, for whoever sees it. */
  readonly console?: string;
  readonly otherLanguage: { readonly language: Language; readonly href: string };
  readonly menu: readonly { readonly href: string; readonly key: PlainKey; readonly here: boolean }[];
}

interface Choice {
  readonly value: string;
  readonly key: PlainKey;
}

/** A state in words, with a shape and a colour. */
export interface StateView {
  readonly text: string;
  readonly tone: Tone;
}

/** Something that the simulated system did. */
export interface StepRow {
  readonly href: string;
  readonly at: string;
  readonly text: string;
  /** What came back at once. */
  readonly answered: StateView;
  /** How the document stands with the shop. */
  readonly state?: StateView;
  readonly milliseconds?: number;
}

export interface CartRow {
  readonly href: string;
  readonly at: string;
  readonly text: string;
}

export interface SimulatorViews {
  readonly 'simulator/home': {
    readonly frame: SimulatorFrame;
    readonly ways: readonly {
      readonly way: string;
      readonly name: string;
      readonly functions: readonly string[];
      /** Carts that can be edited or inspected. */
      readonly carts: readonly { readonly id: string; readonly text: string }[];
      readonly isCxml: boolean;
      /** Has the form a method to choose? */
      readonly isForm: boolean;
    }[];
    readonly carts: readonly CartRow[];
    readonly steps: readonly StepRow[];
  };
  readonly 'simulator/shop': {
    readonly frame: SimulatorFrame;
    readonly step: string;
    readonly shownIn: 'frame' | 'sandbox' | 'window';
    readonly form?: {
      readonly action: string;
      readonly method: string;
      readonly fields: readonly (readonly [string, string])[];
    };
    readonly startPage?: string;
    /** What the shop said instead of a start page. */
    readonly refusal?: string;
    readonly carts: readonly CartRow[];
  };
  readonly 'simulator/cart': {
    readonly frame: SimulatorFrame;
    readonly id: string;
    readonly at: string;
    readonly protocol: string;
    readonly platform: string;
    readonly kindKey: PlainKey;
    readonly problem: string;
    readonly total?: { readonly amount: string; readonly currency: string };
    readonly lines: readonly {
      readonly position: number;
      readonly name: string;
      readonly article: string;
      readonly quantity: string;
      readonly unit: string;
      readonly price: string;
      readonly baseQuantity: string;
      readonly currency: string;
      readonly readable: boolean;
      readonly fields: readonly {
        readonly name: string;
        readonly sent: string;
        readonly kept: string;
        readonly longest: number;
      }[];
    }[];
    readonly findings: readonly { readonly code: string; readonly text: string; readonly tone: Tone }[];
    readonly raw: readonly (readonly [string, string])[];
    readonly document: string;
    /** Formats that the agreement opens for orders; empty where the cart cannot be ordered. */
    readonly formats: readonly { readonly value: string; readonly text: string }[];
    readonly deviations: readonly Choice[];
    /** The session in the console. */
    readonly session?: string;
  };
  readonly 'simulator/orders': {
    readonly frame: SimulatorFrame;
    readonly path: string;
    readonly steps: readonly (StepRow & {
      readonly id: string;
      readonly mayChange: boolean;
      readonly mayCancel: boolean;
      readonly document?: string;
    })[];
    readonly inbox: readonly {
      readonly text: string;
      readonly href: string;
      readonly at: string;
      readonly state: StateView;
      readonly attempts: readonly { readonly number: number; readonly at: string; readonly text: string }[];
      readonly next: string;
    }[];
    readonly receiver: string;
    readonly receiverTimes: number;
    readonly receivers: readonly Choice[];
    /** Where nothing can be ordered: which way on. */
    readonly mayOrder: boolean;
  };
  readonly 'simulator/step': {
    readonly frame: SimulatorFrame;
    readonly at: string;
    readonly text: string;
    readonly answered: StateView;
    readonly milliseconds: number;
    readonly sent: string;
    readonly came: string;
    /** Console pages of what we keep of it. */
    readonly document?: string;
  };
  readonly 'simulator/answer': {
    readonly frame: SimulatorFrame;
    readonly text: string;
    readonly at: string;
    readonly content: string;
    readonly document?: string;
  };
  readonly 'simulator/received': {
    /** Page of the cart, where the browser knows the way there; empty where it keeps no cookies. */
    readonly cart: string;
    readonly known: boolean;
  };
}
