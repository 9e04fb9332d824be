interface LinkRow {
  readonly id: string;
  readonly note: string;
  readonly mode: 'production' | 'test';
  readonly by: string;
  /** Instants, ISO 8601; empty: never. */
  readonly at: string;
  readonly expiresAt: string;
  readonly usedAt: string;
  readonly revokedAt: string;
}

/** What was typed, and what was wrong with it; empty: nothing. */
export interface LinkForm {
  readonly note: string;
  readonly mode: string;
  readonly days: string;
  readonly errors: Readonly<Partial<Record<'note' | 'mode' | 'days', string>>>;
}

/** What the templates of web/templates/admin/partnerLinks are given. */
export interface PartnerLinksViews {
  readonly 'admin/partnerLinks/list': {
    readonly partner: { readonly id: string; readonly name: string };
    readonly isHub: boolean;
    readonly base: string;
    readonly mayChange: boolean;
    /** Id of the next link: a form that is sent twice makes one. */
    readonly key: string;
    readonly form: LinkForm;
    readonly most: number;
    readonly open: readonly LinkRow[];
    readonly closed: readonly LinkRow[];
  };
  readonly 'admin/partnerLinks/made': {
    readonly partner: { readonly id: string; readonly name: string };
    readonly base: string;
    readonly address: string;
    readonly note: string;
    readonly mode: 'production' | 'test';
    readonly expiresAt: string;
  };
}
