/** The purchasing systems that the product knows, by their ids in agreements. */
export const platformIds = [
  'generic-oci',
  'generic-cxml',
  'generic-peppol',
  'sap-srm',
  'sap-s4',
  'ariba',
  'coupa',
  'jaggaer',
  'oracle',
  'proceedo',
  'basware',
  'raindance',
  'unit4',
  'd365',
  'ifs',
] as const;
export type PlatformId = (typeof platformIds)[number];

export function isPlatformId(text: string): text is PlatformId {
  return platformIds.some((id) => id === text);
}
