import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrderReceipt, OrderResponse } from '../../../formats/document/orderResponse.ts';
import type { OrderResponse3Format } from '../../../formats/ubl/profiles.ts';
import { noOracle, Oracle } from '../../kit/oracle.ts';
import { sampleFiles, utf8 } from '../kit.ts';
import { readOrder } from './kit.ts';
import { changes3, everyLine, everyResponse3, written3 } from './orderResponses.ts';
import { validate } from './rules/kit/findings.ts';

const FORMATS = ['peppol-3-order-response', 'peppol-3-order-response-advanced'] as const;

const missing = noOracle();
if (missing !== undefined)
  console.log(`The official validators do not judge our BIS 3 order responses here: ${missing}.`);
describe.runIf(missing === undefined)('our order responses of BIS 3 before the official validators', () => {
  const folder = mkdtempSync(join(tmpdir(), 'roundtrip-oracle-'));
  let oracle: Oracle;
  beforeAll(() => {
    oracle = new Oracle();
  });
  afterAll(() => {
    oracle.close();
    rmSync(folder, { recursive: true });
  });

  async function findings(response: OrderResponse | OrderReceipt, format: OrderResponse3Format): Promise<unknown> {
    const file = join(folder, 'response.xml');
    writeFileSync(file, await written3(response, format));
    const { xsd, failed, error, vesid } = await oracle.judge(file);
    expect(vesid).toContain('bis3');
    return { xsd, failed, error };
  }
  const NONE = { xsd: [], failed: [], error: undefined };

  it.each(FORMATS)(
    'every answer that we can give has no findings: %s',
    async (format) => {
      for (const response of [...everyResponse3(), { ...changes3, lines: everyLine() }]) {
        expect(await findings(response, format), JSON.stringify(response)).toEqual(NONE);
      }
    },
    300_000,
  );

  const orders = sampleFiles('order3').filter((file) => {
    const text = readFileSync(file, 'utf8');
    return /<(\w+:)?Order[\s>]/.test(text) && !text.includes('<testSet') && validate(utf8(text)).valid;
  });
  it.each(orders.map((file) => [basename(file), file]))(
    'an answer to %s, with parties and lines echoed, has no findings',
    async (_name, file) => {
      const { header, lines } = readOrder(readFileSync(file));
      const { number: orderNumber, currency, customerReference, buyer, seller } = header;
      const response: OrderResponse = {
        ...changes3,
        orderNumber,
        currency,
        ...(customerReference === undefined ? {} : { customerReference }),
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
      expect(await findings(response, 'peppol-3-order-response')).toEqual(NONE);
    },
    120_000,
  );
});
