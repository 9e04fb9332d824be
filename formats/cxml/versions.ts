/** DTD versions whose structure the writers know. */
export const cxmlVersions = ['1.2.014', '1.2.020', '1.2.036', '1.2.050', '1.2.063', '1.2.071'] as const;
export type CxmlVersion = (typeof cxmlVersions)[number];

/**
 * What the writers use and not every known DTD has, with the first known version that has it. Read from the DTDs 1.2.014, 1.2.020,
 * 1.2.050 and 1.2.071; 1.2.036 from the digest's table of changes, so what that table does not name is taken to be newer.
 */
const since = {
  'PunchoutDetail/@punchoutLevel': '1.2.020',
  'ItemID/BuyerPartID': '1.2.036',
  'ItemID/IdReference': '1.2.036',
  'ItemDetail/PriceBasisQuantity': '1.2.036',
  'ItemIn/Comments': '1.2.036',
  'ItemIn/Extrinsic': '1.2.036',
  'ItemIn/@parentLineNumber': '1.2.050',
  'ItemIn/@itemType': '1.2.050',
  'ItemIn/@itemClassification': '1.2.050',
  'ShipNoticeHeader/@fulfillmentType': '1.2.050',
  'ShipmentIdentifier/@domain': '1.2.050',
  'ShipNoticeItem/ItemID': '1.2.050',
} as const satisfies Readonly<Record<string, CxmlVersion>>;

/** True when the DTD of that version has the element or attribute in that place. */
export function knows(version: CxmlVersion, what: keyof typeof since): boolean {
  return cxmlVersions.indexOf(version) >= cxmlVersions.indexOf(since[what]);
}

/** System identifier of the DOCTYPE. Profile, punch-out and order are in `cXML`, confirmations and ship notices in `Fulfill`. */
export function dtdAddress(version: CxmlVersion, dtd: 'cXML' | 'Fulfill' = 'cXML'): string {
  return `http://xml.cxml.org/schemas/cXML/${version}/${dtd}.dtd`;
}
