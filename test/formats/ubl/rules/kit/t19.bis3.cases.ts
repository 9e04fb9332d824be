import { anonymous, type Cases } from './cases.ts';
import { node, one, remove, setText, type Node } from './document.ts';

const LINE = 'cac:CatalogueLine[1]';
const PRICED = `${LINE}/cac:RequiredItemLocationQuantity`;
const line = '/Catalogue/CatalogueLine[1]';
const priced = `${line}/RequiredItemLocationQuantity`;
const tax = `${line}/Item/ClassifiedTaxCategory`;

const texted =
  (...values: [path: string, text: string][]) =>
  (catalogue: Node): void => {
    for (const [path, text] of values) setText(catalogue, path, text);
  };

const ids = (...places: string[]): string[] => places.map((place) => `PEPPOL-T19-${place}`);

/** PEPPOL-T19-R rules. Catalogue, lines and prices are valid on one day. What the model (B) and UBL say besides is not listed. */
export const catalogueCases: Cases = {
  'PEPPOL-T19-R001': {
    spoil: (catalogue) => {
      for (const period of [`cac:CatalogueLine[1]`, `cac:CatalogueLine[2]`]) {
        remove(catalogue, `${period}/cac:LineValidityPeriod`);
        remove(catalogue, `${period}/cac:RequiredItemLocationQuantity/cac:Price/cac:ValidityPeriod`);
      }
      setText(catalogue, 'cac:ValidityPeriod/cbc:EndDate', '2026-02-02');
    },
    found: ids(
      'R001 /Catalogue/ValidityPeriod/EndDate',
      ...[1, 2].flatMap((number) => {
        const each = `/Catalogue/CatalogueLine[${number}]`;
        const quantity = `${each}/RequiredItemLocationQuantity`;
        return [`R007 ${each}`, `R013 ${each}`, `R011 ${quantity}/Price`, `R016 ${quantity}/Price`].map((place) =>
          place.replace('/Price', ''),
        );
      }),
    ),
  },
  'PEPPOL-T19-R004': {
    spoil: anonymous('cac:SellerSupplierParty/cac:Party'),
    found: ids('R004 /Catalogue/SellerSupplierParty'),
  },
  'PEPPOL-T19-R005': {
    spoil: anonymous('cac:ContractorCustomerParty/cac:Party'),
    found: ids('R005 /Catalogue/ContractorCustomerParty'),
  },
  'PEPPOL-T19-R006': {
    spoil: texted([`${PRICED}/cac:Price/cbc:PriceAmount`, '-1']),
    found: ids(`R006 ${priced}/Price/PriceAmount`),
  },
  'PEPPOL-T19-R007': {
    spoil: texted([`${LINE}/cac:LineValidityPeriod/cbc:EndDate`, '2026-02-04']),
    found: ids(`R007 ${line}/LineValidityPeriod`),
  },
  'PEPPOL-T19-R008': {
    spoil: texted([`${LINE}/cbc:MaximumOrderQuantity`, '-1'], [`${LINE}/cbc:MinimumOrderQuantity`, '-1']),
    found: ids(`R008 ${line}/MaximumOrderQuantity`, `R009 ${line}/MinimumOrderQuantity`),
  },
  'PEPPOL-T19-R009': {
    spoil: texted([`${LINE}/cbc:MinimumOrderQuantity`, '-1']),
    found: ids(`R009 ${line}/MinimumOrderQuantity`),
  },
  'PEPPOL-T19-R010': {
    spoil: texted([`${LINE}/cbc:MinimumOrderQuantity`, '2']),
    found: ids(`R010 ${line}/MaximumOrderQuantity`),
  },
  'PEPPOL-T19-R011': {
    spoil: texted([`${PRICED}/cac:Price/cac:ValidityPeriod/cbc:EndDate`, '2026-02-04']),
    found: ids(`R011 ${priced}/Price/ValidityPeriod`),
  },
  'PEPPOL-T19-R012': {
    spoil: (catalogue) => {
      remove(catalogue, `${LINE}/cac:Item/cac:SellersItemIdentification`);
      remove(catalogue, `${LINE}/cac:Item/cac:StandardItemIdentification`);
    },
    found: ids(`R012 ${line}/Item`),
  },
  'PEPPOL-T19-R013': {
    spoil: (catalogue) => {
      setText(catalogue, 'cac:ValidityPeriod/cbc:EndDate', '2026-02-09');
      setText(catalogue, `${LINE}/cac:LineValidityPeriod/cbc:StartDate`, '2026-02-04');
    },
    found: ids(`R011 ${priced}/Price/ValidityPeriod`, `R013 ${line}/LineValidityPeriod/EndDate`),
  },
  'PEPPOL-T19-R014': {
    spoil: (catalogue) => remove(catalogue, `${LINE}/cac:Item/cac:ClassifiedTaxCategory/cbc:Percent`),
    found: ids(`R014 ${tax}`),
  },
  'PEPPOL-T19-R015': {
    spoil: texted(
      [`${LINE}/cac:Item/cac:ClassifiedTaxCategory/cbc:ID`, 'S'],
      [`${LINE}/cac:Item/cac:ClassifiedTaxCategory/cbc:Percent`, '0'],
    ),
    found: ids(`R015 ${tax}/Percent`),
  },
  'PEPPOL-T19-R016': {
    spoil: (catalogue) => {
      setText(catalogue, 'cac:ValidityPeriod/cbc:EndDate', '2026-02-09');
      setText(catalogue, `${LINE}/cac:LineValidityPeriod/cbc:EndDate`, '2026-02-09');
      setText(catalogue, `${PRICED}/cac:Price/cac:ValidityPeriod/cbc:StartDate`, '2026-02-04');
    },
    found: ids(`R016 ${priced}/Price/ValidityPeriod/EndDate`),
  },
  'PEPPOL-T19-R017': {
    spoil: texted(['cbc:ProfileID', 'urn:fdc:peppol.eu:poacc:bis:ordering:3']),
    found: ids('R017 /Catalogue/ProfileID'),
  },
  'PEPPOL-T19-R018': {
    // A document with another identifier is of another type, so the rule is for one that stands where none belongs.
    spoil: (catalogue) =>
      one(catalogue, 'cac:ValidityPeriod').children.push(node('cbc:CustomizationID', 'urn:example')),
    found: ids('R018 /Catalogue/ValidityPeriod/CustomizationID'),
  },
};
