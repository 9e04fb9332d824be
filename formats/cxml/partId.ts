/**
 * A part id without the characters that purchasing systems refuse in one (SAP Ariba: `? { }`), nor any that XML cannot carry. Two ids
 * that differ only in those become one: SupplierPartAuxiliaryID tells them apart.
 */
export function partId(id: string): string {
  return id.replace(/[?{}]/g, '');
}
