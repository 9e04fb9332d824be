import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrderResponse } from '../../../formats/document/orderResponse.ts';
import { sampleFiles } from '../kit.ts';
import { ORDER_XML, readOrder } from './kit.ts';
import { acceptance, changes, rejection, written } from './orderResponses.ts';
import { noOracle, Oracle } from '../../kit/oracle.ts';

const missing = noOracle();
if (missing !== undefined) console.log(`The official validators do not judge our order responses here: ${missing}.`);
describe.runIf(missing === undefined)('our order responses before the official validators', () => {
  const folder = mkdtempSync(join(tmpdir(), 'roundtrip-oracle-'));
  let oracle: Oracle;
  beforeAll(() => {
    oracle = new Oracle();
  });
  afterAll(() => {
    oracle.close();
    rmSync(folder, { recursive: true });
  });

  async function findings(name: string, response: OrderResponse): Promise<unknown> {
    const file = join(folder, `${name}.xml`);
    writeFileSync(file, await written(response));
    const { xsd, failed, error } = await oracle.judge(file);
    return { xsd, failed, error };
  }
  const NONE = { xsd: [], failed: [], error: undefined };

  it.each([
    ['27', rejection],
    ['29', acceptance],
    ['30', changes],
  ])(
    'code %s has no findings',
    async (code, response) => {
      expect(await findings(code, response)).toEqual(NONE);
    },
    120_000,
  );

  const orders = sampleFiles('bis28a').filter((file) => /<(\w+:)?Order[\s>]/.test(readFileSync(file, 'utf8')));
  const bare = orders.filter((file) => !readFileSync(file, 'utf8').includes('<testSet'));
  const answered: [string, string | Uint8Array][] = bare.map((file) => [basename(file), readFileSync(file)]);
  it.each([['our own order', ORDER_XML] as [string, string | Uint8Array], ...answered])(
    'an answer to %s, with parties and lines echoed, has no findings',
    async (name, order) => {
      const { header, lines } = readOrder(order);
      const { number: orderNumber, currency, buyer, seller } = header;
      const response: OrderResponse = {
        ...changes,
        orderNumber,
        currency,
        buyer,
        seller,
        lines: lines.map(({ id, position, quantity, unit, price, item }) => ({
          id: `${position}`,
          orderLineId: id,
          status: '30',
          ...(price ? { price } : {}),
          quantity,
          unit,
          item,
        })),
      };
      const { failed, ...rest } = (await findings(name, response)) as { failed: { id: string }[] };
      expect(rest).toEqual({ xsd: [], error: undefined });
      // The buyer's own unit codes come back to it: deprecated ones are warned about (OP-T76-R009, R010).
      expect(failed.filter(({ id }) => id !== 'OP-T76-R009' && id !== 'OP-T76-R010')).toEqual([]);
    },
    120_000,
  );
});
