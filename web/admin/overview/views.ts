import type { Chart } from '../../charts/chart.ts';

/** What needs somebody, and where it is done. */
export interface NeedView {
  readonly tone: 'bad' | 'warn' | 'info';
  readonly text: string;
  readonly facts: readonly string[];
  readonly href: string;
  readonly action: string;
}

/** A part of the installation. */
export interface PartView {
  readonly name: string;
  readonly tone: 'good' | 'warn' | 'bad';
  readonly text: string;
}

export interface NowView {
  readonly needs: readonly NeedView[];
  readonly parts: readonly PartView[];
  /** ISO 8601. */
  readonly at: string;
  /** Where it is as of later. */
  readonly href: string;
}

/** What to do where nothing has come in yet. */
export interface FirstStepsView {
  /** Sends an example order; empty where there is no demo. */
  readonly command: string;
  /** Addresses. */
  readonly partners: string;
  readonly shop: string;
}

/** A chart with its own address, which also has its figures as a file. */
export interface ChartView extends Chart {
  readonly id: string;
  readonly href: string;
  readonly csv: string;
}

/** Choices of a page with figures. */
export interface FigureFilterView {
  readonly action: string;
  readonly periods: readonly { readonly value: string; readonly name: string; readonly chosen: boolean }[];
  readonly modes: readonly { readonly value: string; readonly name: string; readonly chosen: boolean }[];
  readonly partners: readonly { readonly id: string; readonly name: string; readonly chosen: boolean }[];
}

/** What the templates of web/templates/admin/overview are given. */
export interface OverviewViews {
  readonly 'admin/overview/overview': {
    readonly now: NowView;
    readonly first: FirstStepsView | undefined;
    readonly filter: FigureFilterView;
    readonly charts: readonly ChartView[];
  };
  readonly 'admin/overview/now': NowView;
  readonly 'admin/overview/chart': {
    readonly chart: ChartView;
    readonly filter: FigureFilterView;
    /** Address of the overview with the same choices. */
    readonly all: string;
  };
}
