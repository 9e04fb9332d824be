import type { CatalogueExport } from '../../../documents/catalogueExport.entity.ts';
import type { ItemDifference } from '../../../documents/catalogueExports.ts';
import { problemSentence, type LeftOutItem } from '../../../documents/catalogueRefusals.ts';
import { unitName } from '../../../documents/unitNames.ts';
import type { CatalogueItem } from '../../../formats/document/catalogue.ts';
import { findAgreement } from '../../../partners/partners.ts';
import type { Cell, TableView } from '../lists/views.ts';
import type { AdminVisit } from '../visit.ts';

/** What was added, changed and removed, with the price before and now. */
export async function changesTable(
  { em, root, tongue }: AdminVisit,
  run: CatalogueExport,
  rows: readonly ItemDifference[],
): Promise<TableView> {
  const { t, w, language } = tongue;
  const { settings } = await findAgreement(em, run.partner, run.mode, run.agreementVersion);
  const currency = settings.punchOut?.currency ?? '';
  const price = (item: CatalogueItem | null): string => {
    if (!item) return '';
    const [{ amount, baseQuantity }] = item.prices;
    const quantity = baseQuantity === '1' ? '' : `${w.quantity(baseQuantity)} `;
    return `${w.money(amount, currency)} / ${quantity}${unitName(item.unit, language)}`;
  };
  return {
    caption: t.cataloguesChangesOnly,
    columns: [
      { text: t.cataloguesArticle },
      { text: t.cataloguesName },
      { text: t.cataloguesWhat },
      { text: t.cataloguesPriceBefore, isNumber: true },
      { text: t.cataloguesPriceNow, isNumber: true },
    ],
    rows: rows.map(({ articleNumber, was, is }): Cell[] => {
      const isRenamed = was !== null && is !== null && was.name !== is.name;
      return [
        { text: articleNumber, href: `${root}/admin/shop/products/${encodeURIComponent(articleNumber)}` },
        { text: (is ?? was)!.name, ...(isRenamed && { small: t.cataloguesWasCalled({ name: was.name }) }) },
        was === null
          ? { text: t.cataloguesItemAdded, tone: 'good' }
          : is === null
            ? { text: t.cataloguesItemRemoved, tone: 'bad' }
            : { text: t.cataloguesItemChanged, tone: 'info' },
        { text: price(was) },
        { text: price(is) },
      ];
    }),
  };
}

/** What stays out, and why. */
export function leftOutTable({ root, tongue }: AdminVisit, rows: readonly LeftOutItem[]): TableView {
  const { t, language } = tongue;
  return {
    caption: t.cataloguesLeftOut,
    columns: [{ text: t.cataloguesArticle }, { text: t.cataloguesWhy }],
    rows: rows.map(({ articleNumber, problem }) => [
      { text: articleNumber, href: `${root}/admin/shop/products/${encodeURIComponent(articleNumber)}` },
      { text: problemSentence(problem, language) },
    ]),
  };
}
