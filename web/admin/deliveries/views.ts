import type { Fact } from '../documents/views.ts';
import type { Choice, ListView, Mark, TableView } from '../lists/views.ts';

/** What the templates of web/templates/admin/deliveries are given. */
export interface DeliveriesViews {
  readonly 'admin/deliveries/list': {
    readonly queues: TableView;
    readonly list: ListView;
    readonly runs: TableView | undefined;
    readonly newRun: NewRunView | undefined;
  };
  readonly 'admin/deliveries/partner': {
    readonly heading: string;
    readonly facts: readonly Fact[];
    /** The documents of the partner that did not arrive. */
    readonly documentsHref: string;
    readonly partnerHref: string;
    /** Present while they are paused. */
    readonly pause: { readonly by: string; readonly at: string; readonly reason: string } | undefined;
    /** Addresses that documents wait for. */
    readonly outages: readonly OutageView[];
    readonly tryAction: string;
    readonly pauseAction: string;
    readonly openAction: string;
    /** Documents that wait for the opening. */
    readonly held: number;
    readonly reason: string;
    readonly mayAct: boolean;
    readonly newRun: NewRunView | undefined;
  };
  readonly 'admin/deliveries/run': RunView;
}

/** An address that documents wait for: it does not answer, or takes what has waited. Instants are ISO 8601 texts. */
export interface OutageView {
  readonly isOpen: boolean;
  /** What goes there. */
  readonly what: string;
  readonly since: string;
  /** Attempts since then. */
  readonly probes: number;
  readonly nextAt: string;
  /** Why the last attempt failed; empty where none did. */
  readonly why: string;
}

/** The form that sends many again. */
export interface NewRunView {
  readonly action: string;
  /** Of one partner: it is chosen already. */
  readonly partner: string;
  readonly partners: readonly Choice[];
  readonly kinds: readonly { readonly value: string; readonly text: string; readonly chosen: boolean }[];
  readonly perMinute: string;
  readonly errors: { readonly perMinute?: string; readonly kinds?: string };
}

export interface RunView {
  readonly id: string;
  readonly heading: string;
  readonly state: Mark;
  readonly isRunning: boolean;
  readonly total: number;
  readonly done: number;
  readonly facts: readonly Fact[];
  readonly items: TableView;
  readonly next: string;
  readonly stopAction: string;
}
