import { afterAll, beforeAll, expect, test } from 'vitest';
import { balanceBooks } from '../../documents/books.ts';
import { example, Outside, until } from './system.ts';

const ORDERS = 20;
let outside: Outside;

beforeAll(async () => {
  outside = await Outside.start();
});
afterAll(() => outside.system.close());

function order(number: number): string {
  return example('order-4711.xml').replace('<cbc:ID>4711</cbc:ID>', `<cbc:ID>R-${number}</cbc:ID>`);
}

test(
  'two APIs and two workers take the same orders, one of each dies, and each order is placed and answered once',
  { timeout: 240_000 },
  async () => {
    const { system } = outside;
    const [secondApi, secondWorker] = await Promise.all([system.another('api'), system.another('worker')]);
    const apis = [system.apiUrl, secondApi.url];
    const send = (url: string, number: number): Promise<Response> =>
      fetch(`${url}/punchin/lindstroms`, {
        method: 'POST',
        headers: { authorization: outside.authorization('lindstroms'), 'content-type': 'application/xml' },
        body: order(number),
      });
    for (let number = 1; number <= ORDERS; number++) {
      // Both at the same moment: a sender that lost its connection tries the other.
      const both = await Promise.all(apis.map((url) => send(url, number)));
      expect(both.map(({ status }) => status)).toEqual([202, 202]);
      const [first, second] = (await Promise.all(both.map((response) => response.json()))) as { id: string }[];
      expect(second!.id).toBe(first!.id);
      if (number === ORDERS / 2) process.kill(secondWorker.server.pid, 'SIGKILL');
    }
    process.kill(secondApi.server.pid, 'SIGKILL');

    const books = await until(async () => {
      const found = await balanceBooks(system.database.em());
      return found.inProgress === 0 ? found : undefined;
    });
    expect(books).toMatchObject({ placed: ORDERS, duplicates: ORDERS, received: 2 * ORDERS, balanced: true });
    // What the dead worker was sending is sent again after the bound of one attempt.
    await expect.poll(() => outside.received().length, { timeout: 100_000 }).toBe(ORDERS);
  },
);
