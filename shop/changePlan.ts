import type { OrderHeader, OrderLine, OrderOperation } from '../formats/document/order.ts';

/** UNCL1229, as a change has it: what becomes of a line. */
const ADDED = '1';
const DELETED = '2';
const NOT_AFFECTED = '4';

export interface ChangePlan {
  /** Lines of the document that are new in the order, or differ from the line that stands there. */
  readonly added: readonly OrderLine[];
  readonly changed: readonly OrderLine[];
  /** Buyer's numbers of the lines that go. */
  readonly removed: readonly string[];
  /** Lines that do not fit: added though it is there, changed or deleted though it is not. */
  readonly misfits: readonly OrderLine[];
  /** Nothing is left of the order. */
  readonly leavesNothing: boolean;
}

/**
 * What a document does to the lines of its order, which are matched by the buyer's numbers. `change` names the lines that change, and
 * deletes by status 2 alone; `update` is the whole order: what is missing goes; `delete` leaves the lines as they are.
 */
export function planChange(
  operation: OrderOperation,
  before: readonly OrderLine[],
  document: readonly OrderLine[],
): ChangePlan {
  if (operation === 'delete') return { added: [], changed: [], removed: [], misfits: [], leavesNothing: false };
  const standing = new Map(before.map((line) => [line.id, line]));
  const named = operation === 'change' ? document.filter(({ statusCode }) => statusCode !== NOT_AFFECTED) : document;
  const stays = named.filter(({ statusCode }) => statusCode !== DELETED || operation === 'update');
  const added = stays.filter(({ id }) => !standing.has(id));
  const changed = stays.filter((line) => {
    const there = standing.get(line.id);
    return there !== undefined && differences(there, line).length > 0;
  });
  const ids = new Set(document.map(({ id }) => id));
  const removed =
    operation === 'update'
      ? [...standing.keys()].filter((id) => !ids.has(id))
      : named.filter(({ id, statusCode }) => statusCode === DELETED && standing.has(id)).map(({ id }) => id);
  const misfits = operation === 'change' ? named.filter((line) => isMisfit(line, standing.has(line.id))) : [];
  return { added, changed, removed, misfits, leavesNothing: standing.size + added.length === removed.length };
}

function isMisfit({ statusCode }: OrderLine, isThere: boolean): boolean {
  return statusCode === ADDED ? isThere : !isThere;
}

/** The header of an order after a change: what the document says, and of a `change` also what it says nothing about. */
export function changedHeader(before: OrderHeader, document: OrderHeader): OrderHeader {
  const { operation, orderReference: _order, sequenceNumber, ...said } = document;
  const { format, customizationId, profileId, number, issueDate } = before;
  if (operation !== 'change') {
    return { ...said, format, customizationId, profileId, number, ...(sequenceNumber && { sequenceNumber }) };
  }
  return { ...before, ...said, format, customizationId, profileId, number, issueDate };
}

export interface FieldChange {
  /** Name in the neutral order, with a point below a part: `price.amount`. */
  readonly field: string;
  readonly before?: string;
  readonly after?: string;
}

/** Where a line stands says nothing about what is ordered. */
const NOT_COMPARED: ReadonlySet<string> = new Set(['position', 'sourceLine', 'statusCode']);

/** The fields in which two lines, or two headers, differ, in the order of their names. */
export function differences(before: object, after: object): FieldChange[] {
  const [was, is] = [flat(before), flat(after)];
  const fields = [...new Set([...was.keys(), ...is.keys()])].toSorted();
  return fields.flatMap((field) => {
    const [one, other] = [was.get(field), is.get(field)];
    if (one === other) return [];
    return [{ field, ...(one !== undefined && { before: one }), ...(other !== undefined && { after: other }) }];
  });
}

function flat(value: object): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, part] of Object.entries(value)) {
    if (!NOT_COMPARED.has(name)) walk(name, part, found);
  }
  return found;
}

function walk(path: string, value: unknown, found: Map<string, string>): void {
  if (value === undefined || value === null) return;
  if (typeof value !== 'object') return void found.set(path, typeof value === 'string' ? value : JSON.stringify(value));
  for (const [name, part] of Object.entries(value)) walk(`${path}.${name}`, part, found);
}

export interface LineComparison {
  /** The buyer's line number. */
  readonly line: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly fields: readonly FieldChange[];
}

/** Two versions of an order line by line, in the order of the later one; removed lines last. Lines that are the same are left out. */
export function compareLines(before: readonly OrderLine[], after: readonly OrderLine[]): LineComparison[] {
  const was = new Map(before.map((line) => [line.id, line]));
  const is = new Set(after.map(({ id }) => id));
  const present = after.flatMap((line): LineComparison[] => {
    const earlier = was.get(line.id);
    const fields = differences(earlier ?? {}, line);
    if (earlier && fields.length === 0) return [];
    return [{ line: line.id, kind: earlier ? 'changed' : 'added', fields }];
  });
  const removed = before
    .filter(({ id }) => !is.has(id))
    .map((line): LineComparison => ({ line: line.id, kind: 'removed', fields: differences(line, {}) }));
  return [...present, ...removed];
}
