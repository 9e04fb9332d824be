import { describe, expect, it } from 'vitest';
import type { UblFormatId } from '../../../formats/document/order.ts';
import { writeEnvelope } from '../../../formats/sbdh/sbdh.write.ts';
import { utf8 } from '../kit.ts';
import { validate } from '../ubl/rules/kit/findings.ts';
import { joined } from './combine.ts';
import { byFormat } from './matrix.ts';

async function* whole(text: string): AsyncGenerator<string> {
  yield text;
}

describe('every document that we can emit', () => {
  it.each(byFormat())('breaks no rule: %s', async (format, documents) => {
    for (const { name, text } of documents) {
      const document = await text();
      const { format: found, findings } = validate(utf8(document));
      expect(found, name).toBe(format);
      expect(findings, `${name}\n${document}`).toEqual([]);
    }
  });

  it.each(byFormat())('has no findings in an envelope: %s', async (format, documents) => {
    const document = await joined(
      writeEnvelope(
        {
          sender: { scheme: '0007', id: '5599001236' },
          receiver: { scheme: '0088', id: '7300000001001' },
          format: format as UblFormatId,
          instanceIdentifier: '0b5a6a0e-5a0b-4f6b-9a55-6b1d2f0c7a11',
          creationDateAndTime: '2026-03-02T08:20:00Z',
          countryC1: 'SE',
        },
        whole(await documents[0]!.text()),
      ),
    );
    expect(validate(utf8(document))).toMatchObject({ format, valid: true, findings: [] });
  });

  it('is a matrix of hundreds, no two alike', async () => {
    const all = byFormat().flatMap(([, documents]) => documents);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(900);
  });
});
