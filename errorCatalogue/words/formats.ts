import type { Language } from '../../documents/words.ts';
import type { UblFormatId } from '../../formats/document/order.ts';

const kinds = {
  order: { en: 'Order', sv: 'Order' },
  orderResponse: { en: 'Order response', sv: 'Ordersvar' },
  advancedResponse: { en: 'Order response, advanced', sv: 'Ordersvar, avancerat' },
  orderChange: { en: 'Order change', sv: 'Orderändring' },
  orderCancellation: { en: 'Order cancellation', sv: 'Ordermakulering' },
  orderAgreement: { en: 'Order agreement', sv: 'Orderavtal' },
  despatchAdvice: { en: 'Despatch advice', sv: 'Leveransavisering' },
  mlr: { en: 'Message level response', sv: 'Meddelandesvar' },
  mls: { en: 'Message level status', sv: 'Meddelandestatus' },
  catalogue: { en: 'Catalogue', sv: 'Katalog' },
  catalogueResponse: { en: 'Catalogue response', sv: 'Katalogsvar' },
  cart: { en: 'Cart', sv: 'Kundvagn' },
} as const;

const formats: Readonly<Record<UblFormatId, readonly [kind: keyof typeof kinds, specification: string]>> = {
  'peppol-28a-order': ['order', 'Peppol BIS 28A'],
  'peppol-3a-order': ['order', 'Peppol BIS 3A'],
  'peppol-28a-order-response': ['orderResponse', 'Peppol BIS 28A'],
  'peppol-3-order': ['order', 'Peppol BIS 3'],
  'peppol-3-order-response': ['orderResponse', 'Peppol BIS 3'],
  'peppol-3-order-change': ['orderChange', 'Peppol BIS 3'],
  'peppol-3-order-cancellation': ['orderCancellation', 'Peppol BIS 3'],
  'peppol-3-order-response-advanced': ['advancedResponse', 'Peppol BIS 3'],
  'peppol-3-order-agreement': ['orderAgreement', 'Peppol BIS 3'],
  'peppol-3-despatch-advice': ['despatchAdvice', 'Peppol BIS 3'],
  'peppol-3-mlr': ['mlr', 'Peppol BIS 3'],
  'peppol-3-catalogue': ['catalogue', 'Peppol BIS 3'],
  'peppol-3-catalogue-response': ['catalogueResponse', 'Peppol BIS 3'],
  'peppol-1a-catalogue': ['catalogue', 'Peppol BIS 1A'],
  'peppol-1a-catalogue-response': ['catalogueResponse', 'Peppol BIS 1A'],
  'peppol-30a-despatch-advice': ['despatchAdvice', 'Peppol BIS 30A'],
  'peppol-36a-mlr': ['mlr', 'Peppol BIS 36A'],
  'peppol-mls': ['mls', 'Peppol'],
  'sveorder-2-order': ['order', 'SveOrder 2.0'],
  'peppol-18a-cart': ['cart', 'Peppol BIS 18A'],
  'peppol-3-cart': ['cart', 'Peppol Punch Out 3'],
};

/** What a document type is called: `Order, Peppol BIS 28A`. */
export function documentTypeName(format: UblFormatId, language: Language): string {
  const [kind, specification] = formats[format];
  return `${kinds[kind][language]}, ${specification}`;
}
