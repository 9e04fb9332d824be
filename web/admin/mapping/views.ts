import type { TableRow } from './tables.ts';

/** What the templates of web/templates/admin/mapping are given. */
export interface MappingViews {
  readonly 'admin/mapping/sample': SampleView;
  readonly 'admin/mapping/sampleRead': SampleReadView & SampleFormView;
  readonly 'admin/mapping/editor': MappingEditorView;
  readonly 'admin/mapping/table': MappingTableView;
  readonly 'admin/mapping/prices': PricesView;
  readonly 'admin/mapping/dryRun': DryRunView;
  readonly 'admin/mapping/closed': Pick<MappingEditorView, 'partner' | 'base'>;
}

/** Without an address: the page itself. */
export interface Crumb {
  readonly text: string;
  readonly href?: string;
}

export interface SampleView {
  /** Where the form goes to, below the host. */
  readonly action: string;
  readonly crumbs: readonly Crumb[];
  /** What was pasted and could not be used. */
  readonly sample: string;
  /** Empty: nothing is wrong. */
  readonly problem: string;
}

/** A sample as it was understood. */
export interface SampleReadView {
  readonly intro: string;
  readonly counted: string;
  /** What was read, for the form. Holds no secret. */
  readonly reading: string;
  readonly rows: readonly {
    readonly index: string;
    readonly label: string;
    readonly setting: string;
    readonly value: string;
    readonly element: string;
    readonly line: string;
    readonly found: string;
    /** Empty: it was read. */
    readonly guess: string;
  }[];
  readonly notes: readonly string[];
}

export interface SampleFormView {
  readonly crumbs: readonly Crumb[];
  readonly action: string;
  readonly another: string;
  /** Indexes of the rows that are kept. */
  readonly chosen: readonly string[];
  /** Of a new partner. */
  readonly partner?: {
    readonly name: string;
    readonly code: string;
    readonly mode: string;
    readonly nameError: string;
    readonly codeError: string;
  };
}

interface RuleText {
  readonly field: string;
  readonly text: string;
}

export interface MappingEditorView {
  readonly partner: { readonly id: string; readonly name: string };
  /** Address of the agreement. */
  readonly base: string;
  readonly protocol: string;
  readonly protocols: readonly string[];
  /** The overrides. */
  readonly layers: readonly { readonly value: string; readonly customers: string; readonly here: boolean }[];
  readonly layer: string;
  readonly customers: string;
  readonly levels: readonly {
    readonly level: string;
    readonly title: string;
    readonly rows: readonly (RuleText & { readonly id: string; readonly error: string })[];
    readonly fields: readonly { readonly name: string; readonly text: string }[];
    readonly paths: readonly { readonly path: string; readonly text: string }[];
    /** What the platform's template fills. */
    readonly template: readonly RuleText[];
  }[];
  readonly tables: readonly string[];
  readonly errors: readonly { readonly id: string; readonly text: string }[];
  /** Rules that another has stored meanwhile. */
  readonly conflict: readonly RuleText[];
  /** Empty: none is named. */
  readonly platform: string;
  readonly was: string;
  readonly mayChange: boolean;
  readonly preview: MappingPreviewView;
}

export interface MappingPreviewView {
  readonly carts: readonly { readonly value: string; readonly text: string; readonly chosen: boolean }[];
  /** Of a form. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** Empty where the protocol has a form alone. */
  readonly document: string;
  readonly findings: readonly { readonly tone: 'bad' | 'warn' | 'info'; readonly id: string; readonly text: string }[];
  readonly counted: string;
  /** Why there is nothing to see; empty: there is. */
  readonly problem: string;
}

export interface MappingTableView {
  readonly partner: { readonly id: string; readonly name: string };
  readonly base: string;
  readonly name: string;
  readonly action: string;
  readonly isUnits: boolean;
  /** Does the agreement open PunchOut? Without it there are no carts. */
  readonly hasCarts: boolean;
  readonly rows: readonly (TableRow & { readonly oursName: string })[];
  /** Codes to choose from. */
  readonly units: readonly { readonly code: string; readonly name: string }[];
  readonly unknown: string;
  readonly problem: string;
  readonly conflict: readonly TableRow[];
  readonly was: string;
  readonly mayChange: boolean;
}

export interface PricesView {
  readonly partner: { readonly id: string; readonly name: string };
  readonly base: string;
  readonly action: string;
  readonly currency: string;
  readonly numbers: {
    readonly price: string;
    readonly quantity: string;
    readonly asked: string;
    readonly order: string;
  };
  /** Null while the settings of prices are wrong. */
  readonly line: BandsView | null;
  /** Null where sums of orders are not judged. */
  readonly order: BandsView | null;
}

export interface BandsView {
  readonly svg: string;
  readonly rows: readonly {
    readonly number: string;
    readonly range: string;
    readonly action: string;
    /** Of its colour. */
    readonly key: string;
  }[];
  /** Empty: no price was tried. */
  readonly tried: string;
  readonly triedTone: 'good' | 'info' | 'warn' | 'bad';
}

export interface DryRunView {
  readonly partner: { readonly id: string; readonly name: string };
  readonly base: string;
  readonly action: string;
  readonly periods: readonly { readonly value: string; readonly text: string; readonly chosen: boolean }[];
  readonly hasDraft: boolean;
  /** That keep the draft from being rehearsed. */
  readonly problems: number;
  readonly mayStart: boolean;
  /** Null: nothing was rehearsed yet. */
  readonly run: {
    readonly isRunning: boolean;
    readonly isStopped: boolean;
    readonly done: number;
    readonly total: number;
    readonly said: string;
    readonly against: string;
    readonly summary: string;
    /** How many go from which outcome to which. */
    readonly transitions: readonly string[];
    readonly isAll: boolean;
    readonly all: string;
    readonly onlyChanged: string;
    readonly rows: readonly {
      readonly href: string;
      readonly number: string;
      readonly receivedAt: string;
      readonly changed: boolean;
      readonly before: string;
      readonly after: string;
      readonly because: readonly string[];
    }[];
    /** Empty on the last page. */
    readonly next: string;
    readonly address: string;
  } | null;
}
