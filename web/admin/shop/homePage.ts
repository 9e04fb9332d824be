import { page, type AdminAnswer } from '../answer.ts';
import type { AdminVisit } from '../visit.ts';

/** Below /admin: the page of a record; the shop's own and a new one's is the first page of the area. */
export function toRecord(path: string, key: string | undefined): string {
  if (path === '/shop/profile') return '/shop';
  return key === undefined ? path : `${path}/${encodeURIComponent(key)}`;
}

/** Where everything of the shop is found, and what the shop says of itself. */
export async function showShop({ tongue, shop }: AdminVisit): Promise<AdminAnswer> {
  const { t } = tongue;
  const facts = [
    { label: t.shopShopName, value: shop?.name },
    { label: t.shopOrganisationNumber, value: shop?.organisationNumber },
    { label: t.shopVatNumber, value: shop?.vatNumber },
    { label: t.shopGln, value: shop?.gln },
    { label: t.shopPeppolId, value: shop?.peppolId },
    { label: t.shopAnid, value: shop?.anid },
    { label: t.shopTimeZone, value: shop?.timeZone },
  ].map(({ label, value = '' }) => ({ label, value }));
  return page('admin/shop/home', { facts }, { title: t.shopTitle, styles: ['admin-shop.css'] });
}
