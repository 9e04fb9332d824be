import { confirmed, template, type Platform } from './platform.ts';

export const d365: Platform = {
  id: 'd365',
  name: 'Microsoft Dynamics 365',
  protocols: confirmed(['cxml'], 'cXML 14, Microsoft D365'),
  suggested: { cxml: {} },
  mapping: template(),
  facts: { cxml: {} },
  notes: [
    confirmed(
      'Of a line only quantity, SupplierPartID, currency, price, ShortName or Description, unit and Classification are read.',
      'cXML 14, Microsoft D365',
    ),
  ],
};
