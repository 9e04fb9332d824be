import type { Mode } from '../../../partners/partner.entity.ts';
import type { PartnerRow, PartnerState } from '../../../partners/partnerList.ts';
import type { VersionUse } from '../../../sessions/agreementUse.ts';
import type { CartProtocol } from '../../../partners/mapping/schema.ts';
import type { PlainKey } from '../../templates.ts';
import type { CredentialsView, SecretView } from './credentials/views.ts';
import type { FoldersLine, FoldersView } from './folders/views.ts';
import type { AccessSheetView } from './accessSheet/views.ts';
import type { AdviceView } from './agreement/advice.ts';
import type { DifferenceRow } from './agreement/differenceView.ts';
import type { FieldView } from './agreement/fieldView.ts';
import type { Suggestion, SuggestionList } from './agreement/suggestions.ts';

/** What the templates of web/templates/admin/partners are given. */
export interface PartnersViews {
  readonly 'admin/partners/list': PartnersView;
  readonly 'admin/partners/new': NewPartnerView;
  readonly 'admin/partners/partner': PartnerView;
  readonly 'admin/partners/agreement': AgreementView;
  readonly 'admin/partners/section': SectionView;
  readonly 'admin/partners/version': VersionPageView;
  readonly 'admin/partners/import': ImportView;
  readonly 'admin/partners/promote': PromoteView;
  readonly 'admin/partners/credentials': CredentialsView;
  readonly 'admin/partners/secret': SecretView;
  readonly 'admin/partners/folders': FoldersView;
  readonly 'admin/partners/goLive': GoLiveView;
  readonly 'admin/partners/accessSheet': AccessSheetView;
}

type Tone = 'good' | 'warn' | 'bad' | 'info';

interface Choice {
  readonly value: string;
  readonly name: string;
}

export interface PartnersView {
  readonly rows: readonly (Omit<PartnerRow, 'lastSeenAt'> & {
    /** Empty: nothing came yet. */
    readonly lastSeenAt: string;
    readonly stateKey: PlainKey;
    readonly tone: Tone;
  })[];
  readonly filters: { readonly q: string; readonly state: PartnerState | ''; readonly kind: string };
  readonly states: readonly { readonly value: PartnerState; readonly key: PlainKey }[];
  /** `href`: the list without that filter. */
  readonly chips: readonly { readonly text: string; readonly href: string }[];
  readonly first: string;
  readonly next: string;
  readonly mayChange: boolean;
}

export interface NewPartnerView {
  readonly given: Readonly<Record<'name' | 'kind' | 'hub' | 'production' | 'test' | 'start', string>>;
  readonly errors: Readonly<Partial<Record<'name' | 'production' | 'test' | 'hub', string>>>;
  readonly hubs: readonly { readonly id: string; readonly name: string }[];
  readonly publicUrl: string;
  readonly platforms: readonly (Choice & { readonly protocols: readonly CartProtocol[] })[];
  readonly copies: readonly Choice[];
}

export interface PartnerModeView {
  readonly mode: Mode;
  /** Of its address; empty: none. */
  readonly code: string;
  /** Whole addresses. */
  readonly orders: string;
  readonly punchOut: string;
  /** In force; null: none. */
  readonly version: number | null;
  readonly since: string;
  readonly by: string;
  readonly draft: { readonly at: string; readonly by: string } | null;
  /** Active incoming ones. */
  readonly credentials: number;
  /** Its folders in one line; undefined: there are none. */
  readonly folders: FoldersLine | undefined;
}

export interface PartnerView {
  readonly id: string;
  readonly name: string;
  readonly kind: 'partner' | 'hub';
  readonly hub: string;
  readonly hubName: string;
  readonly enabled: boolean;
  readonly paused: boolean;
  readonly stateKey: PlainKey;
  readonly tone: Tone;
  readonly modes: readonly PartnerModeView[];
  readonly hubs: readonly { readonly id: string; readonly name: string }[];
  readonly typed: Readonly<Partial<Record<'name' | Mode, string>>>;
  readonly errors: Readonly<Partial<Record<'name' | Mode, string>>>;
  readonly mayChange: boolean;
}

interface PartnerName {
  readonly id: string;
  readonly name: string;
}

export interface VersionView {
  readonly version: number;
  readonly at: string;
  readonly by: string;
}

/** A difference, and the section that shows its setting. */
export type ChangeView = Omit<DifferenceRow, 'section'>;

export interface AgreementView {
  readonly partner: PartnerName;
  readonly mode: Mode;
  /** Address of the page. */
  readonly base: string;
  readonly current: VersionView | null;
  readonly draft: {
    readonly at: string;
    readonly by: string;
    readonly revision: number;
    readonly basedOn: number;
    /** Another version came into force since it was begun. */
    readonly isOutdated: boolean;
  } | null;
  readonly changes: readonly (ChangeView & { readonly section: string })[];
  readonly problems: readonly { readonly label: string; readonly text: string; readonly section: string }[];
  readonly advice: readonly AdviceView[];
  readonly groups: readonly {
    readonly titleKey: PlainKey;
    readonly sections: readonly {
      readonly id: string;
      readonly titleKey: PlainKey;
      readonly hintKey: PlainKey;
      readonly problems: number;
      readonly changes: number;
    }[];
  }[];
  readonly versions: readonly VersionView[];
  /** Is a test agreement in force, which can be copied to production? */
  readonly hasTest: boolean;
  readonly inUse: readonly (VersionUse & { readonly more: boolean })[];
  readonly mayChange: boolean;
}

interface SectionLink {
  readonly id: string;
  readonly titleKey: PlainKey;
}

export interface SectionView extends SectionLink {
  readonly partner: PartnerName;
  readonly mode: Mode;
  /** Address of the agreement's page. */
  readonly base: string;
  readonly hintKey: PlainKey;
  readonly fields: readonly FieldView[];
  /** Can rows be added to some of them? */
  readonly hasRows: boolean;
  /** `id`: of the field. */
  readonly problems: readonly { readonly label: string; readonly text: string; readonly id: string }[];
  /** What somebody else saved while the form was filled in, against what was typed. */
  readonly conflict: { readonly by: string; readonly rows: readonly ChangeView[] } | null;
  /** Of the section as it was read. */
  readonly was: string;
  readonly suggestions: Readonly<Partial<Record<SuggestionList, readonly Suggestion[]>>>;
  readonly blankRows: number;
  readonly mayChange: boolean;
  readonly previous: SectionLink | null;
  readonly next: SectionLink | null;
}

export interface VersionPageView {
  readonly partner: PartnerName;
  readonly mode: Mode;
  readonly base: string;
  readonly version: number;
  readonly at: string;
  readonly by: string;
  /** The version in force. */
  readonly inForce: number;
  /** The version that it is compared with; 0: none. */
  readonly against: number;
  /** To compare with. */
  readonly versions: readonly number[];
  readonly differences: readonly ChangeView[];
  /** What is not as usual. */
  readonly chosen: readonly ChangeView[];
  readonly mayChange: boolean;
}

export interface ImportView {
  readonly partner: PartnerName;
  readonly mode: Mode;
  readonly base: string;
  /** Of the file that was read. */
  readonly text: string;
  readonly error: string;
  /** Of the draft that it would replace; 0: there is none. */
  readonly revision: number;
  readonly read: {
    readonly from: string;
    readonly differences: readonly ChangeView[];
    readonly problems: readonly { readonly label: string; readonly text: string }[];
  } | null;
}

export interface PromoteView {
  readonly partner: PartnerName;
  /** Address of the production agreement. */
  readonly base: string;
  /** Of the test agreement. */
  readonly version: number;
  readonly revision: number;
  readonly differences: readonly ChangeView[];
  /** Names of secrets that production does not have. */
  readonly missingSecrets: readonly string[];
}

export interface GoLiveModeView {
  readonly mode: Mode;
  readonly hasAgreement: boolean;
  readonly points: readonly {
    readonly titleKey: PlainKey;
    readonly howKey: PlainKey;
    readonly required: boolean;
    /** When it was last seen; empty: not yet. */
    readonly at: string;
    /** What shows it; empty: nothing to look at. */
    readonly href: string;
  }[];
  /** Of the required ones. */
  readonly done: number;
  readonly required: number;
}

export interface GoLiveView {
  readonly partner: PartnerName;
  /** Address of the partner's page. */
  readonly base: string;
  readonly modes: readonly GoLiveModeView[];
}
