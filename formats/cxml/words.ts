import { plain, type Decimal } from '../document/decimal.ts';
import type { DespatchLine, DespatchPackage } from '../document/despatchAdvice.ts';
import type { ConfirmedLine, ResponseItem } from '../document/orderResponse.ts';

/** Sentences for what cXML has no place for, in Swedish for a Swedish document, else in English. */

export function moreThanOrdered({ ordered }: ConfirmedLine, coming: Decimal, language: string): string {
  const [delivered, asked] = [`${plain(coming)} ${ordered.unit}`, `${ordered.quantity} ${ordered.unit}`];
  return isSwedish(language)
    ? `Vi levererar ${delivered} i stället för ${asked}.`
    : `We deliver ${delivered} instead of ${asked}.`;
}

export function replacedBy(item: ResponseItem, language: string): string {
  return isSwedish(language) ? `Ersätts av ${called(item)}.` : `Replaced by ${called(item)}.`;
}

export function alreadyDelivered(language: string): string {
  return isSwedish(language) ? 'Redan levererat.' : 'Already delivered.';
}

/** A line that the order does not have. */
export function addedToOrder({ item, quantity, unit }: ConfirmedLine, language: string): string {
  const what = [quantity, unit, called(item)].filter(Boolean).join(' ');
  return isSwedish(language) ? `Vi lägger till ${what}.` : `We add ${what}.`;
}

/** What of a line comes later, or never. */
export function stillOutstanding({ outstanding, unit }: DespatchLine, language: string): string | undefined {
  if (!outstanding) return undefined;
  const { quantity, reason } = outstanding;
  const rest = isSwedish(language) ? `Återstår: ${quantity} ${unit}.` : `Outstanding: ${quantity} ${unit}.`;
  return reason ? `${rest} ${reason}` : rest;
}

/** Which packages have how much of a line, and its batches and pieces: for versions that have no place for them. */
export function packedAs(line: DespatchLine, packages: ReadonlyMap<string, DespatchPackage>, language: string): string {
  const words = isSwedish(language)
    ? { line: 'Rad', package: 'kolli', lot: 'parti', serial: 'serienummer' }
    : { line: 'Line', package: 'package', lot: 'lot', serial: 'serial number' };
  const { lots = [], serials = [], unit } = line;
  const parts = line.packages.map(({ packageId, quantity }) => {
    const name = packages.get(packageId)?.sscc ?? packageId;
    return quantity === undefined ? `${words.package} ${name}` : `${words.package} ${name} (${quantity} ${unit})`;
  });
  if (lots.length > 0) parts.push(`${words.lot} ${lots.join(', ')}`);
  if (serials.length > 0) parts.push(`${words.serial} ${serials.join(', ')}`);
  return parts.length === 0 ? '' : `${words.line} ${line.orderLineId}: ${parts.join('; ')}.`;
}

/** How goods travel whose carrier has no level of service of its own. */
export function standardService(language: string): string {
  return isSwedish(language) ? 'Standardleverans' : 'Standard';
}

/** Kinds of packages by their codes (UN/ECE Recommendation 21). */
const PACKAGES: Readonly<Record<string, readonly [swedish: string, english: string]>> = {
  BG: ['säck', 'bag'],
  BX: ['låda', 'box'],
  CR: ['back', 'crate'],
  CT: ['kartong', 'carton'],
  CY: ['flaska', 'cylinder'],
  DR: ['fat', 'drum'],
  EN: ['kuvert', 'envelope'],
  PC: ['paket', 'parcel'],
  PX: ['pall', 'pallet'],
  RO: ['rulle', 'roll'],
};

/** What a package is called, for people; a code may have the X before it that Recommendation 20 gives it. */
export function packageName(type: string | undefined, language: string): string {
  const code = type?.length === 3 && type.startsWith('X') ? type.slice(1) : type;
  const [swedish, english] = PACKAGES[code ?? ''] ?? ['kolli', 'package'];
  return isSwedish(language) ? swedish : english;
}

export function isSwedish(language: string): boolean {
  return /^sv\b/i.test(language);
}

function called({ sellersId, name }: ResponseItem): string {
  return [sellersId, name].filter(Boolean).join(' ');
}
