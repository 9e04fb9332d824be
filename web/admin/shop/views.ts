import type { FormFieldView, FormSectionView } from '../form/views.ts';
import type { State } from '../../templates.ts';
import type { PullProblem } from '../../../shop/pull.entity.ts';
import type { Cell } from '../lists/views.ts';
import type { PriceListKind } from '../../../shop/price.entity.ts';
import type { SectionView } from './recordForm.ts';

export interface FactView {
  readonly section: string;
  readonly label: string;
  readonly values: readonly string[];
}

export interface ChangeView {
  readonly at: string;
  readonly when: string;
  readonly actor: string;
  readonly cells: readonly { readonly name: string; readonly before: string; readonly after: string }[];
}

export interface ProductRowView {
  readonly articleNumber: string;
  readonly name: string;
  readonly status: 'active' | 'withdrawn';
  readonly unit: string;
  readonly stock: string;
  readonly category: string;
}

/** A page of a list: `next` is the cursor of the following one, empty on the last. */
interface ListView<Row> {
  readonly rows: readonly Row[];
  readonly next: string;
  readonly first: boolean;
}

export interface PriceRowView {
  readonly list: string;
  readonly kind: PriceListKind;
  /** Number of the customer, or name of the group; empty: everybody. */
  readonly forWhom: string;
  readonly currency: string;
  readonly articleNumber: string;
  readonly amount: string;
  readonly unit: string;
  readonly baseQuantity: string;
  readonly minimumQuantity: string;
  /** Plain dates, of price and list together; empty: without end. */
  readonly from: string;
  readonly to: string;
  readonly key: Readonly<Record<'list' | 'article' | 'unit' | 'minimumQuantity' | 'validFrom', string>>;
  /** Does it count today? */
  readonly counts: boolean;
  /** Quotation or contract. */
  readonly named: string;
}

export interface HeldPriceView {
  readonly list: string;
  readonly listName: string;
  readonly kind: PriceListKind;
  readonly forWhom: string;
  readonly priority: number;
  readonly amount: string;
  readonly unit: string;
  readonly baseQuantity: string;
  readonly minimumQuantity: string;
  readonly perShopUnit: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly chosen: boolean;
  readonly why: string;
}

interface FormView {
  readonly sections: readonly SectionView[];
  readonly problems: boolean;
}

/** What the templates of web/templates/admin/shop are given. */
export interface ShopViews {
  readonly 'admin/shop/home': { readonly facts: readonly { readonly label: string; readonly value: string }[] };
  readonly 'admin/shop/record': FormView & {
    readonly action: string;
    readonly back: string;
    readonly version: string;
    readonly hidden: readonly string[];
    readonly meanwhile: boolean;
  };
  readonly 'admin/shop/products': ListView<ProductRowView> & { readonly q: string; readonly status: string };
  readonly 'admin/shop/product': {
    readonly key: string;
    readonly name: string;
    readonly facts: readonly FactView[];
    readonly prices: readonly PriceRowView[];
    readonly changes: readonly ChangeView[];
    readonly day: string;
  };
  readonly 'admin/shop/customers': ListView<{
    readonly number: string;
    readonly name: string;
    readonly group: string;
    readonly active: boolean;
    readonly organisationNumber: string;
  }> & { readonly q: string; readonly state: string };
  readonly 'admin/shop/customer': {
    readonly key: string;
    readonly name: string;
    readonly facts: readonly FactView[];
    readonly lists: readonly {
      readonly code: string;
      readonly name: string;
      readonly currency: string;
      readonly prices: number;
    }[];
    readonly changes: readonly ChangeView[];
  };
  readonly 'admin/shop/priceLists': ListView<{
    readonly code: string;
    readonly name: string;
    readonly kind: PriceListKind;
    readonly forWhom: string;
    readonly named: string;
    readonly currency: string;
    readonly prices: number;
    readonly validFrom: string;
    readonly validTo: string;
  }>;
  readonly 'admin/shop/priceList': FormView & {
    readonly key: string;
    readonly facts: readonly FactView[];
    readonly prices: readonly PriceRowView[];
    readonly count: number;
    readonly next: string;
    readonly first: boolean;
    readonly changes: readonly ChangeView[];
  };
  readonly 'admin/shop/priceOfTheDay': {
    readonly article: string;
    readonly customer: string;
    readonly quantity: string;
    readonly currency: string;
    readonly day: string;
    readonly asked: boolean;
    readonly name: string;
    readonly problem: string;
    readonly rows: readonly HeldPriceView[];
  };
  readonly 'admin/shop/import': {
    readonly kind: string;
    readonly kinds: readonly { readonly kind: string; readonly columns: readonly string[] }[];
    readonly problem: string;
    readonly told: string;
    readonly good: boolean;
    readonly more: string;
    readonly refusals: readonly {
      readonly row: number;
      readonly column: string;
      readonly value: string;
      readonly reason: string;
    }[];
  };
  readonly 'admin/shop/connection': {
    readonly facts: readonly { readonly label: string; readonly cell: Cell }[];
    readonly sections: readonly FormSectionView[];
    /** Fields that are wrong. */
    readonly problems: readonly FormFieldView[];
    readonly mayTry: boolean;
    /** Instants are ISO 8601, empty: never. */
    readonly pulls: readonly {
      readonly kind: string;
      readonly name: string;
      readonly rows: number;
      readonly refused: number;
      readonly reading: boolean;
      readonly finishedAt: string;
      readonly dueAt: string;
      readonly fault: string;
      readonly problems: readonly PullProblem[];
    }[];
    readonly orders: readonly {
      readonly id: string;
      readonly number: string;
      readonly externalNumber: string;
      readonly attempts: number;
      readonly createdAt: string;
      readonly fault: string;
      readonly next: string;
      readonly state: State;
      /** Empty: the shop has it in no version. */
      readonly shopNumber: string;
    }[];
    readonly more: string;
  };
}
