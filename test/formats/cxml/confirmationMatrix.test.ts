import { describe, expect, it } from 'vitest';
import type { ConfirmationItem, ConfirmationRequest } from '../../../formats/cxml/confirmationRequest.parse.ts';
import type { ConfirmationContext, OrderConfirmation } from '../../../formats/cxml/confirmationRequest.write.ts';
import { cxmlVersions, type CxmlVersion } from '../../../formats/cxml/versions.ts';
import { Decimal } from '../../../formats/document/decimal.ts';
import type { ConfirmedLine } from '../../../formats/document/orderResponse.ts';
import { answer, parsed, splits, states, written } from './confirmations.ts';
import { fulfillErrors, noDtds } from './kit.ts';

/**
 * Every answer x every state of a line, alone and in several parts x every DTD version x new and update, judged by the DTD, by what the
 * comments in the DTD demand, and by reading it back.
 */

const conditions: Readonly<Record<string, readonly ConfirmedLine[]>> = {
  ...Object.fromEntries(Object.entries(states).map(([name, line]) => [name, [line]])),
  ...splits,
  all: Object.values(states).map((line, i) => ({ ...line, orderLineId: `${i + 1}` })),
  allSplits: Object.values(splits).flatMap((lines, i) => lines.map((line) => ({ ...line, orderLineId: `${i + 1}` }))),
  allPostponed: ['backordered', 'backorderedUntil'].map((name, i) => ({ ...states[name]!, orderLineId: `${i + 1}` })),
};

const codes = ['27', '29', '30'] as const;
const kinds = ['except', 'detail', 'allDetail'] as const;
const operations: Readonly<Record<string, Partial<ConfirmationContext>>> = {
  new: {},
  update: { replaces: { payloadId: '1@butik.example', confirmId: 'SO-100042-0' }, test: false },
};

/** ConfirmationHeader/@type and ConfirmationStatus/@type: which go together. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  accept: ['accept'],
  backordered: ['backordered'],
  detail: ['accept', 'detail', 'backordered', 'reject'],
  except: ['accept', 'detail', 'backordered', 'reject'],
  allDetail: ['allDetail', 'backordered', 'reject'],
};

function expectSound(confirmation: ConfirmationRequest): void {
  const { type, operation, previousPayloadId, items } = confirmation;
  expect(previousPayloadId !== undefined).toBe(operation === 'update');
  if (type === 'reject') expect(items).toEqual([]);
  if (['except', 'detail', 'allDetail'].includes(type!)) expect(items).not.toEqual([]);
  const numbers = items.map(({ lineNumber }) => lineNumber);
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const item of items) expectSoundItem(item, ALLOWED[type!]!);
}

function expectSoundItem({ quantity, unitOfMeasure, statuses }: ConfirmationItem, allowed: readonly string[]): void {
  const sum = statuses.reduce((total, each) => total.plus(each.quantity!), new Decimal(0));
  expect(sum.toFixed()).toBe(new Decimal(quantity!).toFixed());
  for (const status of statuses) {
    expect(allowed).toContain(status.type);
    expect(status.unitOfMeasure).toBe(unitOfMeasure);
    const changes = status.unitPrice ?? status.replacement ?? status.deliveryDate;
    if (status.type === 'detail') expect(changes).toBeDefined();
  }
}

/** What the buyer reads is what was said: what comes of each line, and when. */
function expectSameMeaning({ items }: ConfirmationRequest, lines: readonly ConfirmedLine[]): void {
  const sumOf = (quantities: readonly (string | undefined)[]): Decimal =>
    quantities.reduce((total, each) => total.plus(each ?? 0), new Decimal(0));
  for (const { lineNumber, statuses } of items) {
    const said = lines.filter(({ orderLineId, status }) => orderLineId === lineNumber && status !== '27');
    const comes = statuses.filter(({ type }) => type !== 'reject');
    if (said.every(({ quantity }) => quantity !== undefined)) {
      const promised = Decimal.min(
        sumOf(said.map(({ quantity }) => quantity)),
        sumOf(statuses.map((each) => each.quantity)),
      );
      expect(sumOf(comes.map(({ quantity }) => quantity)).toFixed()).toBe(promised.toFixed());
    }
    const days = said
      .map(({ promisedDelivery: day }) => day?.endDate ?? day?.startDate)
      .filter((day) => day !== undefined);
    if (comes.length > 0) expect(comes.flatMap(({ deliveryDate }) => deliveryDate?.slice(0, 10) ?? [])).toEqual(days);
  }
}

const variants = cxmlVersions.flatMap((version) => codes.map((code) => [version, code] as const));

if (!noDtds()) {
  describe.each(variants)('confirmations of %s with code %s', (version, code) => {
    it.each(Object.entries(conditions))('and lines %s are valid, sound and mean what was said', async (_, lines) => {
      for (const { response, context } of answers(version, code, lines)) {
        const xml = await written(response, context);
        expect(xml).toContain(`/${version}/Fulfill.dtd"`);
        expect(fulfillErrors(xml)).toEqual([]);
        const confirmation = parsed(xml);
        expectSound(confirmation);
        expectSameMeaning(confirmation, lines);
      }
    });
  });

  it('a check that finds nothing would be none', async () => {
    const xml = await written(answer('30'));
    expect(fulfillErrors(xml.replace('<UnitOfMeasure>RM</UnitOfMeasure>', ''))).not.toEqual([]);
    expect(fulfillErrors(xml.replace('type="except"', 'type="maybe"'))).not.toEqual([]);
  });
}

interface Variant {
  readonly response: OrderConfirmation;
  readonly context: Partial<ConfirmationContext>;
}

/** As the last word and with more to follow, whole and in differences, new and again, with and without words and contact. */
function* answers(
  version: CxmlVersion,
  code: (typeof codes)[number],
  lines: readonly ConfirmedLine[],
): Generator<Variant> {
  const { note: _, ...silent } = { ...answer(code, lines), seller: { identifications: [] } };
  for (const changes of kinds) {
    for (const operation of Object.values(operations)) {
      for (const response of [answer(code, lines), silent]) {
        yield { response, context: { version, changes, ...operation } };
      }
    }
  }
}
