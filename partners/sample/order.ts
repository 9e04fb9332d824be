/** What orders of every format say about an agreement. */
import { answerFormat } from '../answers.ts';
import type { OrderHeader, OrderLine } from '../../formats/document/order.ts';
import { identitiesText, partyIdentities } from '../../shop/identity.ts';
import { sellerMismatch } from '../../shop/profile.ts';
import { unitFactor } from '../../shop/units.ts';
import type { ShopKnowledge } from './ask.ts';
import type { Findings, SamplePlace } from './reading.ts';
import { LOOKED_AT } from './sample.ts';
import { likelyUnit } from './units.ts';

export interface OrderSample {
  readonly header: OrderHeader;
  readonly lines: readonly OrderLine[];
  /** Lines of the pasted text before the document. */
  readonly before: number;
  /** Where the seller stands. */
  readonly seller: SamplePlace;
}

export function readOrder(findings: Findings, order: OrderSample, knowledge: ShopKnowledge): void {
  const { header } = order;
  const mismatch = knowledge.shop && sellerMismatch(knowledge.shop, header.seller);
  if (mismatch) findings.note('otherSeller', [identitiesText(partyIdentities(header.seller))]);
  readUnits(findings, order, knowledge);
  findings.note(answerFormat(header) === undefined ? 'noAnswer' : 'answerAddress');
  findings.note('prices');
}

function readUnits(findings: Findings, { lines, before }: OrderSample, { articles }: ShopKnowledge): void {
  const units = new Map<string, string>();
  const strange = new Set<string>();
  const unknown = new Set<string>();
  let first: OrderLine | undefined;
  for (const line of lines.slice(0, LOOKED_AT)) {
    const { unit, item } = line;
    const article = item.sellersId === undefined ? undefined : articles.get(item.sellersId);
    if (!article) {
      if (item.sellersId !== undefined) unknown.add(item.sellersId);
      continue;
    }
    if (unit === '' || unitFactor(article, unit) !== undefined) continue;
    const ours = likelyUnit(unit, article);
    if (ours === undefined) strange.add(unit);
    else units.set(unit, ours);
    if (ours !== undefined) first ??= line;
  }
  if (units.size > 0 && first) {
    const from = {
      element: 'OrderLine/Quantity',
      line: first.sourceLine + before,
      found: [...units.keys()].join(', '),
    };
    findings.guess('matching.units', Object.fromEntries(units), 'unit', from);
  }
  const left = [...strange].filter((unit) => !units.has(unit));
  if (left.length > 0) findings.note('unitUnknown', left);
  if (unknown.size > 0) findings.note('articleUnknown', [...unknown]);
}
