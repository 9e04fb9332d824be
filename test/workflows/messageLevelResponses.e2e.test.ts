import { beforeAll, expect, test } from 'vitest';
import { readChunks } from '../../documents/chunks.ts';
import { answersTo } from '../../documents/outbound.ts';
import { parseApplicationResponse } from '../../formats/ubl/applicationResponse.parse.ts';
import { TestEngine } from './engine.ts';
import { clean, withOtherPrice, withWrongSum } from './orders.ts';

let house: TestEngine;
beforeAll(async () => {
  house = await TestEngine.start();
  return house.close;
});

let serial = 0;
const instance = 'b8b1a4de-0000-4000-8000-00000000000';

/** What was said technically of a document, and what of its business. */
async function answersFor(
  xml: (number: string) => string,
  mlr: { negative?: boolean; positive?: boolean },
  state: 'refused' | 'placed' | 'waiting',
) {
  const partner = await house.partner({ answers: { acceptance: 'whenClean' }, mlr });
  const number = `L-${(serial += 1)}`;
  const id = await house.receive(partner, xml(number), {
    number,
    envelope: {
      sender: { scheme: '0007', id: '2120009994' },
      receiver: { scheme: '0007', id: '5590004569' },
      instanceIdentifier: `${instance}${serial}`,
    },
  });
  await house.reached(id, state);
  const answers = await answersTo(house.database.em(), id);
  const mlrs = answers.filter(({ format }) => format === 'peppol-36a-mlr');
  for (const { id: sent } of mlrs) await house.answerIs(sent, 'delivered');
  const read = await Promise.all(
    mlrs.map(({ id: sent }) => parseApplicationResponse(readChunks(house.database.em(), sent), 'peppol-36a-mlr')),
  );
  return { id, statuses: read.flatMap((each) => each.statuses), about: `${instance}${serial}` };
}

test('a document that breaks rules is refused technically, with the rules and places', async () => {
  const { id, statuses, about } = await answersFor(withWrongSum, { negative: true }, 'refused');
  expect(statuses).toMatchObject([{ standing: 'refused', about: [about] }]);
  expect(statuses[0]!.reasons[0]).toMatchObject({ code: 'BV', place: expect.stringMatching(/^\/Order/) });
  expect(statuses[0]!.reasons[0]!.text).toMatch(/\[[\w-]+\]/);
  expect(await house.told(id)).toContain('mlr.written');
});

test('one that follows them is accepted technically only where that is agreed, whatever becomes of its business', async () => {
  const { statuses } = await answersFor(withOtherPrice, { positive: true }, 'waiting');
  expect(statuses).toMatchObject([{ standing: 'accepted', reasons: [] }]);
  expect((await answersFor(clean, { negative: true }, 'placed')).statuses).toEqual([]);
  expect((await answersFor(withWrongSum, { positive: true }, 'refused')).statuses).toEqual([]);
  expect((await answersFor(withWrongSum, {}, 'refused')).statuses).toEqual([]);
});
