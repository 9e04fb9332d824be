/** An invented cart: a price per hundred, a package with a long name, and a service. Pure. */
import type { Cart, CartLine } from '../formats/document/cart.ts';
import type { ShopProfile } from '../shop/profile.ts';
import { sellerParty } from './parties.ts';

export interface DemoCartFacts {
  readonly shop: ShopProfile;
  readonly currency: string;
  readonly language: 'sv' | 'en';
  /** `YYYY-MM-DD`, `HH:MM:SS`, and the moment with its offset. */
  readonly day: string;
  readonly time: string;
  readonly timestamp: string;
  readonly validUntil?: string;
}

const lines: readonly Omit<CartLine, 'position' | 'id' | 'auxiliaryId' | 'pictures' | 'labels' | 'service'>[] = [
  {
    sellersId: 'SKR-320',
    productKey: '019ab3f0-7c1e-7d52-9a55-2f1f0c6f0a11',
    buyersId: '4711-08',
    standardId: { id: '07312345678904', scheme: '0160' },
    name: 'Träskruv 3x20 förzinkad',
    quantity: '200',
    unit: 'C62',
    price: { amount: '171.56', baseQuantity: '100' },
    tax: { category: 'S', percent: '25' },
    leadTimeDays: 2,
    classifications: [{ scheme: 'UNSPSC', version: '26.0801', code: '31161504' }],
    manufacturer: 'Ångströms Skruv AB',
    manufacturerNumber: 'ÅS-3020-FZ',
    materialGroup: 'FÄST',
    contract: 'RAM-2026',
  },
  {
    sellersId: 'HAN-100',
    productKey: '019ab3f0-7c1e-7d52-9a55-2f1f0c6f0a12',
    name: 'Nitrilhandske puderfri blå storlek L, förpackning om hundra stycken',
    description: 'Engångshandske av nitril, puderfri, blå.\nGodkänd för livsmedel; latexfri.',
    quantity: '3',
    unit: 'XBX',
    price: { amount: '89.00', baseQuantity: '1' },
    tax: { category: 'S', percent: '25' },
    leadTimeDays: 5,
    classifications: [{ scheme: 'UNSPSC', version: '26.0801', code: '42132203' }],
    manufacturer: 'Handskmakarna',
    manufacturerNumber: 'NH-L-100',
    note: 'Till förrådet på plan 2',
    reference: 'REK-88-2',
  },
  {
    sellersId: 'TJ-MONT',
    productKey: '019ab3f0-7c1e-7d52-9a55-2f1f0c6f0a13',
    name: 'Montering på plats',
    quantity: '1.5',
    unit: 'HUR',
    price: { amount: '640', baseQuantity: '1' },
    tax: { category: 'S', percent: '25' },
    classifications: [{ scheme: 'UNSPSC', version: '26.0801', code: '72154066' }],
  },
];

/** Net sum of the lines above. */
const TOTAL = '1570.12';

export function demoCart({ shop, day, time, timestamp, validUntil, currency, language }: DemoCartFacts): Cart {
  return {
    header: {
      number: 'DEMO-0001-1',
      issueDate: day,
      issueTime: time,
      timestamp,
      ...(validUntil !== undefined && { validUntil }),
      ...{ currency, language },
      seller: sellerParty(shop),
      buyer: {
        name: 'Exempelköparen AB',
        legalName: 'Exempelköparen AB',
        identifications: [{ scheme: '0007', id: '5599990024' }],
        endpoint: { scheme: '0007', id: '5599990024' },
        legal: { scheme: '0007', id: '5599990024' },
        contact: { name: 'Anna Åström', electronicMail: 'anna@kund.example' },
      },
      customerNumber: 'DEMO',
      buyerReference: 'anna',
      total: TOTAL,
    },
    lines: lines.map((line, index) => ({
      ...line,
      position: index + 1,
      id: String(index + 1),
      auxiliaryId: `DEMO-0001.${index + 1}`,
      service: line.unit === 'HUR',
      labels: index === 0 ? ['FSC'] : [],
      pictures: [],
    })),
  };
}
