import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { SHARED } from '../kit/oracle.ts';
import { Outside } from './system.ts';

/** Other people's 28A and 3A orders. Their buyers and articles are strangers to the demo shop: none of them may be placed. */
const PEPPOL = join(SHARED, 'data/peppol');

interface Expected {
  readonly root: string;
  readonly xsdValid: boolean;
  readonly results: Readonly<Record<string, readonly { readonly flag: string }[]>>;
}

if (!existsSync(PEPPOL)) {
  console.log('The Peppol samples are not beside the project: only the examples of the documentation are sent.');
  test('without the samples there is nothing to send', () => expect(existsSync(PEPPOL)).toBe(false));
} else {
  sendSamples();
}

function sendSamples(): void {
  const expected = JSON.parse(readFileSync(join(PEPPOL, 'expected/schematron-results.json'), 'utf8')) as Record<
    string,
    Expected
  >;
  const folder = join(PEPPOL, 'samples/bis28a');
  const orders = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => file.endsWith('.xml') && expected[relative(PEPPOL, file)]?.root === 'Order');
  let outside: Outside;

  beforeAll(async () => {
    outside = await Outside.start();
    return outside.system.close;
  });

  test('there are samples', () => expect(orders.length).toBeGreaterThan(10));

  test.each(orders.map((file) => [relative(folder, file), file]))('%s is kept and judged', async (_, file) => {
    const { xsdValid, results } = expected[relative(PEPPOL, file)]!;
    const fatal =
      !xsdValid ||
      Object.values(results)
        .flat()
        .some(({ flag }) => flag === 'fatal');
    const { status, body } = await outside.send('bjorkvik', readFileSync(file));
    expect(status, JSON.stringify(body)).toBe(202);
    const state = await outside.settled('bjorkvik', body.id);
    expect(['waiting', 'refused', 'duplicate'], JSON.stringify(state)).toContain(state['state']);
    expect(state['state'] === 'refused', JSON.stringify(state)).toBe(fatal);
  });

  test('the books balance, and what is refused was answered with 27', async () => {
    const books = await outside.rest('GET', '/books');
    expect(books).toMatchObject({ received: orders.length, placed: 0, balanced: true, inProgress: 0 });
    for (const answer of outside.received()) expect(answer).toContain('>27</cbc:OrderResponseCode>');
  });
}
