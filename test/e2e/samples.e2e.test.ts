import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseCxml } from '../../formats/cxml/envelope.parse.ts';
import { DocumentValidator } from '../../formats/validate.ts';
import { demoBuyer, demoSupplier } from '../../partners/demo.ts';
import { cxmlSamples, SAMPLES as CXML } from '../formats/cxml/kit.ts';
import { SHARED } from '../kit/oracle.ts';
import { Outside, until } from './system.ts';

/** Other people's orders. Their buyers and articles are strangers to the demo shop: none of them may be placed. */
const PEPPOL = join(SHARED, 'data/peppol');
const SVEORDER = join(SHARED, 'data/sveorder/samples');

interface Expected {
  readonly root: string;
  readonly xsdValid: boolean;
  readonly results: Readonly<Record<string, readonly { readonly flag: string }[]>>;
}

interface Sample {
  readonly name: string;
  readonly bytes: Buffer;
  /** Does it break a rule that it has to follow? */
  readonly fatal: boolean;
}

if (!existsSync(PEPPOL)) {
  console.log(
    'The samples of other systems are not beside the project: only the examples of the documentation are sent.',
  );
  test('without the samples there is nothing to send', () => expect(existsSync(PEPPOL)).toBe(false));
} else {
  sendSamples();
}

/** Orders whose outcome the official rules give. */
function peppolOrders(folder: string): Sample[] {
  const file = readFileSync(join(PEPPOL, 'expected/schematron-results.json'), 'utf8');
  const expected = Object.entries(JSON.parse(file) as Record<string, Expected>);
  return expected
    .filter(([name, { root }]) => root === 'Order' && name.startsWith(`${folder}/`))
    .map(([name, { xsdValid, results }]) => {
      const isFatal = Object.values(results)
        .flat()
        .some(({ flag }) => flag === 'fatal');
      return { name, bytes: readFileSync(join(PEPPOL, name)), fatal: !xsdValid || isFatal };
    });
}

/** Orders without expected results: the outcome is that of `roundtrip validate`. */
function sveOrders(): Sample[] {
  const files = readdirSync(SVEORDER, { recursive: true, encoding: 'utf8' }).map((name) => join(SVEORDER, name));
  return files.flatMap((file) => {
    if (!/Order[^/]*\.xml$/.test(file) || /Accept|Reject|[Rr]esponse/.test(file)) return [];
    const bytes = readFileSync(file);
    const validator = new DocumentValidator();
    validator.write(bytes);
    return [{ name: relative(SVEORDER, file), bytes, fatal: !validator.finish().valid }];
  });
}

/** Orders in cXML, from the demo partner instead of their senders. */
function cxmlOrders(sharedSecret: string): { readonly name: string; readonly text: string }[] {
  const credential = ({ domain, identity }: typeof demoBuyer, secret = ''): string =>
    `<Credential domain="${domain}"><Identity>${identity}</Identity>${secret}</Credential>`;
  const sender = credential(demoBuyer, `<SharedSecret>${sharedSecret}</SharedSecret>`);
  const parties = `<From>${credential(demoBuyer)}</From><To>${credential(demoSupplier)}</To><Sender>${sender}</Sender>`;
  return cxmlSamples().flatMap((name) => {
    const bytes = readFileSync(join(CXML, name));
    if (parseCxml(bytes).name !== 'OrderRequest') return [];
    const text = bytes.toString('utf8').replace(/<Header>[^]*<\/Header>/, `<Header>${parties}</Header>`);
    return [{ name, text }];
  });
}

function sendSamples(): void {
  let outside: Outside;
  beforeAll(async () => {
    outside = await Outside.start();
    return outside.system.close;
  });

  const sets = [
    ['bjorkvik', '28A and 3A', peppolOrders('samples/bis28a'), 10],
    ['lindstroms', 'Order 3', peppolOrders('samples/order3'), 10],
    ['lindstroms-test', 'SveOrder', sveOrders(), 5],
  ] as const;
  describe.each(sets)('to %s: orders of %s', (partner, _, samples, least) => {
    test('there are samples', () => expect(samples.length).toBeGreaterThan(least));

    test.each(samples.map((sample) => [sample.name, sample]))('%s is kept and judged', async (_, { bytes, fatal }) => {
      const { status, body } = await outside.send(partner, bytes);
      expect(status, JSON.stringify(body)).toBe(202);
      const state = await outside.settled(partner, body.id);
      expect(['waiting', 'refused', 'duplicate'], JSON.stringify(state)).toContain(state['state']);
      if (state['state'] !== 'duplicate') expect(state['state'] === 'refused', JSON.stringify(state)).toBe(fatal);
    });
  });

  describe('orders in cXML', () => {
    const samples = cxmlOrders('THE-SECRET');
    test('there are samples', () => expect(samples.length).toBeGreaterThan(3));

    test.each(samples.map((sample) => [sample.name, sample]))('%s is kept and waits', async (_, { text }) => {
      const answer = await outside.sendCxml('lindstroms', text.replace('THE-SECRET', outside.system.cxmlSecret));
      const { status } = parseCxml(Buffer.from(answer));
      expect(status, answer).toMatchObject({ code: 200 });
      const reference = /Reference: (\S+)\./.exec(status?.message ?? '')?.[1];
      const document = await until(async () => {
        const { items } = await outside.rest<{ items: Record<string, unknown>[] }>(
          'GET',
          `/documents/in?reference=${reference}`,
        );
        return items[0]?.['state'] === 'received' ? undefined : items[0];
      });
      expect(['waiting', 'duplicate'], JSON.stringify(document)).toContain(document['state']);
    });
  });

  test('the books balance, and what is refused was answered with a rejection where its process has answers', async () => {
    const books = await outside.rest('GET', '/books');
    expect(books).toMatchObject({ placed: 0, balanced: true, inProgress: 0 });
    for (const answer of outside.received()) expect(answer).toMatch(/>(27|RE)<\/cbc:OrderResponseCode>/);
  });
}
