import type { Cart, CartLine } from '../../formats/document/cart.ts';
import type { MappingContext } from '../../partners/mapping/context.ts';
import { punchOutSettings, type PunchOutSettings } from '../../partners/punchOut.ts';

export const cartLine = (over: Partial<CartLine> = {}): CartLine => ({
  position: 1,
  id: 'rad-1',
  sellersId: 'SKR-320',
  productKey: '019ab3f0-7c1e-7d52-9a55-2f1f0c6f0a11',
  auxiliaryId: 'K7QX.1.4f',
  name: 'Träskruv 3x20 förzinkad',
  quantity: '20',
  unit: 'C62',
  price: { amount: '171.56', baseQuantity: '100' },
  tax: { category: 'S', percent: '25' },
  classifications: [{ scheme: 'UNSPSC', version: '26.0801', code: '31161504' }],
  service: false,
  labels: [],
  pictures: [],
  ...over,
});

/** A cart of lines that are given without positions. */
export function cartOf(lines: readonly Partial<CartLine>[] = [{}], header: Partial<Cart['header']> = {}): Cart {
  return {
    header: {
      number: 'K7QX-2',
      issueDate: '2026-11-25',
      issueTime: '14:05:00',
      timestamp: '2026-11-25T14:05:00+01:00',
      currency: 'SEK',
      language: 'sv',
      seller: { name: 'Ångströms Verktyg AB', identifications: [{ id: '5599991030', scheme: '0007' }] },
      buyer: {
        name: 'Björkviks kommun',
        identifications: [],
        contact: { name: 'Örjan Ek', telephone: '+46 70 1', electronicMail: 'orjan.ek@bjorkvik.example' },
      },
      customerNumber: 'K1001',
      total: '34.31',
      ...header,
    },
    lines: lines.map((line, index) => cartLine({ position: index + 1, ...line })),
  };
}

export const contextOf = (cart = cartOf(), session: Partial<MappingContext['session']> = {}): MappingContext => ({
  cart,
  session: { parameters: { ACCOUNT_CODE: '4711', Kostnadsställe: 'Ö-12' }, ...session },
});

export const punchOut = (settings: object = {}): PunchOutSettings => punchOutSettings.parse(settings);
