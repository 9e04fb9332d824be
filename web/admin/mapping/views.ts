/** What the templates of web/templates/admin/mapping are given. */
export interface MappingViews {
  readonly 'admin/mapping/sample': SampleView;
  readonly 'admin/mapping/sampleRead': SampleReadView & SampleFormView;
}

export interface SampleView {
  /** Where the form goes to, below the host. */
  readonly action: string;
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
