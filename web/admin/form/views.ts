/** A field of a form: what stands in it, and what is wrong with that. Empty texts are not there. */
export interface FormFieldView {
  readonly name: string;
  readonly kind: 'line' | 'figure' | 'secret' | 'radio' | 'boxes' | 'select';
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly choices: readonly {
    readonly value: string;
    readonly text: string;
    readonly hint: string;
    readonly chosen: boolean;
  }[];
  readonly error: string;
}

/** Fields that belong together. */
export interface FormSectionView {
  readonly heading: string;
  readonly fields: readonly FormFieldView[];
}

export interface FormView {
  readonly sections: readonly FormSectionView[];
  /** Fields that are wrong. */
  readonly problems: readonly FormFieldView[];
}
