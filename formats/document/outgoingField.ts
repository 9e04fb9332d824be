/** A field of a cart message that an agreement may fill itself. Each protocol lists its own in `fields.ts`. */
export interface OutgoingField {
  /** As the protocol writes it: `CUST_FIELD1`, `ItemDetail/Description`; `Extrinsic[name]` stands for any name in brackets. */
  readonly name: string;
  readonly level: 'header' | 'line';
  /** What it is for, one sentence for an administrator. */
  readonly text: string;
  /** Longest value in characters, where the protocol sets one. */
  readonly longest?: number;
  readonly kind: 'text' | 'number' | 'code';
}

/** Values that an agreement's mapping gives to fields of one line or of the header. An empty text leaves the field out; fields that are not named keep what the protocol writes by itself. */
export type FieldValues = Readonly<Record<string, string>>;

/** A cart's fields as an agreement maps them. */
export interface MappedFields {
  readonly header: FieldValues;
  /** Those of a line by its position. */
  line(position: number): FieldValues;
}

/** A cart whose fields are what the protocol writes by itself. */
export const unmapped: MappedFields = { header: {}, line: () => ({}) };
