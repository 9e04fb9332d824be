import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserForm } from '../../../formats/document/browserForm.ts';
import type { Cart, CartHeader, CartLine } from '../../../formats/document/cart.ts';
import type { OciFormOptions, OciReturnTo } from '../../../formats/oci/form.write.ts';
import type { Parameter } from '../../../formats/oci/parameters.ts';
import { ociSettings } from '../../../partners/punchOut.ts';

/** Shared material beside the repository: recorded and generated OCI documents. It may be absent. */
export const OCI_SAMPLES = join(import.meta.dirname, '../../../../shared/data/oci/samples');
export const hasSamples = existsSync(OCI_SAMPLES);

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const sample = (name: string): string => readFileSync(join(OCI_SAMPLES, name), 'utf8');

/** Settings of an agreement as they are saved, with those that a test is about. */
export function settings(given: Parameters<typeof ociSettings.parse>[0] = {}): ReturnType<typeof ociSettings.parse> {
  return ociSettings.parse(given);
}

export type GivenOptions = Partial<Omit<OciFormOptions, 'returnTo'>> & { readonly returnTo?: Partial<OciReturnTo> };

export function formOptions(given: GivenOptions = {}): OciFormOptions {
  return {
    ...settings(),
    ...given,
    returnTo: {
      hookUrl: 'https://srm.kund.example/hook?sid=42&klient=100',
      target: '_top',
      charset: 'utf-8',
      controls: [
        ['~OkCode', 'ADDI'],
        ['~TARGET', '_top'],
        ['~CALLER', 'CTLG'],
      ],
      ...given.returnTo,
    },
  };
}

export const header: CartHeader = {
  number: 'K-2026-000042',
  issueDate: '2026-11-25',
  issueTime: '20:00:00',
  timestamp: '2026-11-25T20:00:00+01:00',
  validUntil: '2026-12-25',
  currency: 'SEK',
  language: 'sv',
  seller: { identifications: [{ id: '5560000001', scheme: 'SE:ORGNR' }], name: 'Skruv & Mutter AB' },
  buyer: { identifications: [], name: 'Åsa kommun' },
  customerNumber: '10042',
  total: '1628.90',
};

/** 2,500 screws at 171.56 per 1,000. */
export const screws: CartLine = {
  position: 1,
  id: 'rad-1',
  sellersId: 'SKR-320',
  productKey: 'prod_01HZX',
  auxiliaryId: 'k42.1.x',
  name: 'Träskruv 3x20 FZB',
  description: 'Träskruv 3x20 mm, förzinkad.\nFörsänkt huvud, spår PZ1.',
  quantity: '2500',
  unit: 'PCE',
  price: { amount: '171.56', baseQuantity: '1000' },
  tax: { category: 'S', percent: '25' },
  leadTimeDays: 3,
  classifications: [
    { scheme: 'ECLASS', version: '8.1', code: '23110190' },
    { scheme: 'UNSPSC', version: '19.0501', code: '31161504' },
  ],
  manufacturer: 'Örebro Skruv',
  manufacturerNumber: 'ÖS-3x20',
  contract: '4600001234',
  materialGroup: '31161504',
  service: false,
  labels: ['Svanen'],
  pictures: ['https://bilder.example/skruv-320.jpg', 'https://bilder.example/skruv-320-b.jpg'],
  url: 'https://butik.example/skruv-320',
  note: 'Till förrådet',
  reference: 'R-7',
};

/** A short text that does not fit, markup in it, out of stock until the New Year, the buyer's own number. */
export const gloves: CartLine = {
  position: 2,
  id: 'rad-2',
  sellersId: 'HSK-9',
  productKey: 'prod_01HZY',
  auxiliaryId: 'k42.2.x',
  buyersId: '000000000000100042',
  name: 'Nitrilhandske <b>puderfri</b>, blå, storlek L, förpackning om 100 st',
  quantity: '12',
  unit: 'BX',
  price: { amount: '99.5', baseQuantity: '1' },
  availableFrom: '2027-01-04',
  classifications: [],
  service: false,
  labels: [],
  pictures: [],
};

/** Mounting, by the hour, at a price that needs four decimals. */
export const mounting: CartLine = {
  position: 3,
  id: 'rad-3',
  sellersId: 'TJ-1',
  productKey: 'prod_01HZZ',
  auxiliaryId: 'k42.3.x',
  name: 'Montering',
  description: 'Montering på plats, kl. 7–16',
  quantity: '0.25',
  unit: 'HUR',
  price: { amount: '24.0375', baseQuantity: '1' },
  classifications: [],
  service: true,
  labels: [],
  pictures: [],
  partOf: 1,
};

export const cart: Cart = { header, lines: [screws, gloves, mounting] };

/** The value of a field of an item. */
export function value(form: BrowserForm, name: string): string | undefined {
  return form.fields.find(([each]) => each === name)?.[1];
}

/** A form as a person reads it. */
export function printed({ method, action, target, charset, fields }: BrowserForm): string {
  const head = `${method} ${action}\ntarget ${target}, charset ${charset}\n`;
  return `${head}${fields.map(([name, text]) => `${name} = ${text.replaceAll('\n', '\\n')}\n`).join('')}`;
}

/** What a browser posts. Line breaks go as CR LF (HTML, 4.10.21.8). */
export function posted(fields: readonly Parameter[]): string {
  const lines = (text: string): string => text.replace(/\r\n?|\n/g, '\r\n');
  return new URLSearchParams(fields.map(([name, text]): [string, string] => [lines(name), lines(text)])).toString();
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The inputs of the forms on a page; enough of HTML for the samples. */
export function pageInputs(html: string): Parameter[] {
  return Array.from(html.matchAll(/<input\b[^>]*?(?:"[^"]*"|'[^']*'|[^>"'])*>/g), ([tag]) => {
    const attribute = (name: string): string | undefined => {
      const parts = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
      return (parts?.[1] ?? parts?.[2])?.replace(/&(amp|lt|gt|quot);/g, (_, each: string) => ENTITIES[each]!);
    };
    return [attribute('name') ?? '', attribute('value') ?? ''] as const;
  }).filter(([name]) => name !== '');
}
