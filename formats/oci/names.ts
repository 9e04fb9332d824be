/** Names of the inputs in a return form. */

export type FieldCase = 'upper' | 'lower';

/** NEW_ITEM-<FIELD>[n]; the long text alone is NEW_ITEM-LONGTEXT_n:132[]. @param index from 1 */
export function inputName(field: string, index: number, fieldCase: FieldCase): string {
  const name = field === 'LONGTEXT' ? `NEW_ITEM-LONGTEXT_${index}:132[]` : `NEW_ITEM-${field}[${index}]`;
  return fieldCase === 'upper' ? name : name.toLowerCase();
}

const FIELD = /^NEW_ITEM-([A-Z][A-Z0-9_]{0,39})\[(\d{1,5})\]$/;
/** The long text as it is spelled in the wild; the index may stand in any of the three places. */
const LONG_TEXT = /^NEW_ITEM-LONGTEXT(?:_(\d{1,5}))?(?:\[(\d{1,5})\])?(?::132(?:\[\])?(?:\[(\d{0,5})\])?)?$/;

/** Which field of which item an input holds, in whatever case and with blanks around it; undefined where it is no field of an item. */
export function readInputName(name: string): { readonly field: string; readonly index: number } | undefined {
  const plain = name.trim().toUpperCase();
  const long = LONG_TEXT.exec(plain);
  if (long) {
    const index = [long[1], long[2], long[3]].find((each) => each !== undefined && each !== '');
    return index === undefined ? undefined : { field: 'LONGTEXT', index: Number(index) };
  }
  const parts = FIELD.exec(plain);
  return parts ? { field: parts[1]!, index: Number(parts[2]) } : undefined;
}

/** Does the name say that an item's data follows, whether it can be read or not? */
export function isItemName(name: string): boolean {
  return /^\s*NEW_ITEM-/i.test(name);
}
