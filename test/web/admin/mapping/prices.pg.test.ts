import { beforeAll, describe, expect, test } from 'vitest';
import { saveDraft } from '../../../../partners/drafts.ts';
import { createPartner } from '../../../../partners/partners.ts';
import { startConsole, type Console } from '../../../kit/console.ts';

let console: Console;

beforeAll(async () => {
  console = await startConsole();
  return console.api.close;
});

async function draftOf(settings: Record<string, unknown>): Promise<string> {
  const em = console.api.database.em();
  const partnerId = await createPartner(em, { name: 'Region', addresses: {} });
  await saveDraft(em, { partnerId, mode: 'test', settings, basedOn: 0, revision: 0, by: 'Bo' });
  return `/partners/${partnerId}/agreements/test/price-bands`;
}

describe('the prices of a draft as a picture', () => {
  test('say what becomes of each deviation, and of a price that is tried', async () => {
    const path = await draftOf({
      price: { tolerancePercent: '2', order: { above: { bands: [{ percent: '1', action: 'accept' }] } } },
    });
    const reader = await console.signIn('reader');
    const { html } = await reader.get(path);
    expect(html).toMatch(/<svg class="bands"[^>]*aria-label="[^"]*From 0 % to 2 % above our price/);
    expect(html).not.toMatch(/<svg[^>]*style=/);
    expect(html).toContain('More than 2 % above our price');
    expect(html).toContain('The sum of an order');
    const tried = await reader.get(`${path}?price=100&quantity=3&asked=104,2`);
    expect(tried.html).toContain(
      '104.20 SEK is 4.2 % above our price (4.20 SEK for one, 12.60 SEK in all): A person decides.',
    );
    expect(tried.html).toContain('band-mark');
    const swedish = await (await console.signIn('reader', 'sv')).get(`${path}?asked=98`);
    expect(swedish.html.replaceAll('\u00a0', ' ')).toContain('98,00 SEK är 2 % under vårt pris');
  });

  test('are drawn while other settings are wrong, and not while they are themselves', async () => {
    const reader = await console.signIn('reader');
    expect((await reader.get(await draftOf({ limits: 'many', price: {} }))).html).toContain('Any price above ours');
    expect((await reader.get(await draftOf({ price: { tolerancePercent: 'two' } }))).html).toContain(
      'cannot be used yet',
    );
    expect((await reader.get(`${await draftOf({})}?price=0&quantity=-1&asked=x`)).status).toBe(200);
  });
});
