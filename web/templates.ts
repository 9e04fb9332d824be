import type { Language } from '../documents/words.ts';
import type { BrowserForm } from '../formats/document/browserForm.ts';
import type { AssetName } from './assets.ts';
import type { ReturnPage } from './returnPage.ts';
import type { Message } from '../accounts/message.ts';
import type { AdminFrame } from './admin/frame.ts';
import type { AdminTemplates } from './admin/templates.ts';
import type { EntranceViews } from './admin/entrance/views.ts';
import type { ErrorsViews } from './errors/views.ts';
import type { PartnerPageViews } from './partner/views.ts';
import type { ConformanceReportViews } from './conformance/views.ts';
import type { SimulatorViews } from './simulator/views.ts';
import type { PageText } from './words/words.ts';

/** Every page of the console stands in its frame. */
type InConsole = { readonly [N in keyof AdminTemplates]: AdminTemplates[N] & { readonly frame: AdminFrame } };

/** What each file of web/templates is given. Amounts and quantities are decimal strings, instants ISO 8601, addresses start with a slash. */
export interface Templates
  extends InConsole, EntranceViews, ErrorsViews, PartnerPageViews, SimulatorViews, ConformanceReportViews {
  readonly error: ErrorView;
  readonly return: ReturnView;
  readonly left: { readonly partner: string };
  /** `again`: the address that the page goes on to by itself. */
  readonly wait: PageView & { readonly again: string };
  readonly home: HomeView;
  readonly search: SearchView;
  readonly category: CategoryView;
  readonly product: ProductPageView;
  readonly cart: CartView;
  readonly empty: PageView & { readonly count: number; readonly attempt: string };
  readonly about: AboutView;
  readonly basket: { readonly frame: Frame };
  readonly added: { readonly frame: Frame };
}

/** Keys of sentences without values. */
export type PlainKey = { [K in keyof PageText]: PageText[K] extends string ? K : never }[keyof PageText];

interface ErrorView {
  readonly titleKey: PlainKey;
  readonly textKeys: readonly PlainKey[];
  readonly type: string;
  readonly reference: string;
  readonly message: string;
  readonly details: readonly {
    readonly element: string;
    readonly text: string;
  }[];
}

interface ReturnView extends Pick<ReturnPage, 'kind' | 'receiver' | 'autoSubmit'> {
  readonly form: BrowserForm;
  readonly visibleList: readonly string[];
  /** Empty: nowhere. */
  readonly back: string;
}

/** What stands around every page of a session. */
export interface Frame {
  readonly title: string;
  /** `/shop/<token>`. */
  readonly base: string;
  readonly shop: { readonly name: string; readonly logo?: string };
  readonly visit: {
    readonly customer: string;
    readonly partner: string;
    readonly user?: string;
    readonly stripKey: 'stripPartner' | 'stripPartnerInspect' | 'stripPartnerLook';
    /** When the session ends if nothing happens. */
    readonly until: string;
    /** Minutes until then. */
    readonly left: number;
    /** Seconds until the buyer is warned. */
    readonly warnIn: number;
  };
  /** Absent where nothing can be bought. */
  readonly cart?: { readonly count: number; readonly sum: string; readonly currency: string };
  readonly q: string;
  /** Does the page answer while something is typed into the search field? */
  readonly liveSearch: boolean;
  /** Told to a screen reader; empty: nothing. */
  readonly told: string;
  readonly otherLanguage: Language;
  /** Path and query of the page below `base`, without a slash in front. */
  readonly here: string;
}

export interface PageView {
  readonly frame: Frame;
  readonly messages: readonly Message[];
  readonly scripts?: readonly AssetName[];
}

export interface UnitOption {
  readonly unit: string;
  readonly chosen: boolean;
}

export interface State {
  readonly tone: 'good' | 'warn' | 'bad';
  readonly text: string;
}

export interface PriceText {
  readonly amount: string;
  readonly currency: string;
  /** The price is for so many of the unit. */
  readonly quantity: string;
  readonly unit: string;
}

/** The form that puts a product into the cart. */
export interface BuyForm {
  readonly articleNumber: string;
  readonly name: string;
  readonly quantity: string;
  readonly units: readonly UnitOption[];
  /** Key of the form: sent twice it adds once. */
  readonly key: string;
}

/** A product in a list. */
export interface ProductRow {
  readonly href: string;
  readonly articleNumber: string;
  readonly name: string;
  readonly picture?: string;
  readonly facts: readonly string[];
  readonly price?: PriceText;
  readonly state: State;
  /** Absent where it cannot be bought. */
  readonly buy?: BuyForm;
}

interface Facet {
  readonly href: string;
  readonly name: string;
  readonly count?: number;
  /** There are more than `count`. */
  readonly more?: boolean;
  readonly chosen: boolean;
}

interface ListView extends PageView {
  readonly heading: string;
  /** "12 articles". */
  readonly counted: string;
  readonly rows: readonly ProductRow[];
  readonly facets: readonly Facet[];
  readonly next?: string;
  readonly first?: string;
}

export interface HomeView extends PageView {
  /** `more`: more articles than `count`. */
  readonly categories: readonly {
    readonly href: string;
    readonly name: string;
    readonly count: number;
    readonly more: boolean;
  }[];
  readonly unsent: readonly { readonly code: string; readonly at: string; readonly count: number }[];
  /** May an earlier cart be fetched by its code? */
  readonly adopt: boolean;
  /** A code that was typed and led nowhere. */
  readonly code: string;
}

export interface SearchView extends ListView {
  readonly q: string;
  readonly suggestions: readonly { readonly href: string; readonly text: string }[];
}

export type CategoryView = ListView;

export interface ProductPageView extends PageView {
  readonly name: string;
  readonly articleNumber: string;
  readonly description: string;
  readonly picture?: string;
  readonly facts: readonly { readonly key: PlainKey; readonly values: readonly string[] }[];
  readonly units: readonly string[];
  readonly price?: PriceText;
  /** Why it is this price. */
  readonly reason?: string;
  /** Quantity breaks, where there is more than one. */
  readonly prices: readonly { readonly from: string; readonly unit: string; readonly price: PriceText }[];
  readonly state: State;
  readonly rules: readonly string[];
  readonly withdrawn: boolean;
  readonly replacement?: { readonly href: string; readonly name: string };
  readonly buy?: BuyForm;
}

export interface CartLineView {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly articleNumber: string;
  readonly picture?: string;
  readonly quantity: string;
  /** The quantity as it stands in its field: as typed, where that could not be used. */
  readonly field: string;
  readonly units: readonly UnitOption[];
  readonly unit: string;
  readonly price?: PriceText;
  readonly sum?: string;
  readonly state: State;
  readonly note: string;
  readonly reference: string;
  /** What the buyer must or may do about the line. */
  readonly messages: readonly { readonly tone: 'warn' | 'bad'; readonly text: string }[];
}

export interface CartView extends PageView {
  readonly lines: readonly CartLineView[];
  readonly counted: string;
  readonly count: number;
  /** Net. */
  readonly total: string;
  readonly vat: readonly { readonly percent: string; readonly amount: string }[];
  readonly totalWithVat: string;
  readonly currency: string;
  readonly next?: string;
  readonly previous?: string;
  readonly page: number;
  readonly promise: string;
  /** Nothing can be changed. */
  readonly readOnly: boolean;
  /** Lines that changed and were not acknowledged. */
  readonly toAcknowledge: number;
  readonly code: string;
  readonly continueLabel: string;
  /** Has the protocol a word for an empty cart? */
  readonly mayBeEmpty: boolean;
  readonly cancelKey: 'cancelHint' | 'cancelEditHint';
  readonly partner: string;
  /** Key of the next return: a double click on Continue is one. */
  readonly attempt: string;
}

interface AboutView extends PageView {
  /** Empty where the browser does not say. */
  readonly shownIn: 'window' | 'frame' | '';
  readonly wished: string;
  readonly connection: readonly { readonly key: PlainKey; readonly value: string }[];
}
