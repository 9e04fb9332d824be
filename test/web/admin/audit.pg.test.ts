import { beforeAll, describe, expect, test } from 'vitest';
import { recordChange } from '../../../documents/audit.ts';
import { AuditEntry } from '../../../documents/audit.entity.ts';
import { listChanges } from '../../../documents/auditTrail.ts';
import { startConsole, type Console, type ConsoleClient } from '../../kit/console.ts';

let house: Console;
let reader: ConsoleClient;
const partner = { kind: 'partner', id: '01890000-0000-7000-8000-000000000001', name: 'Åkers Bruk' };

beforeAll(async () => {
  house = await startConsole();
  reader = await house.signIn('reader');
  const em = house.api.database.em();
  await recordChange(em, {
    ...{ actor: 'Åsa', action: 'partner.paused', subject: partner },
    ...{ before: { paused: false, name: 'Åkers Bruk' }, after: { paused: true, name: 'Åkers Bruk', by: ['a', 'b'] } },
  });
  for (let i = 0; i < 60; i++) {
    const subject = { kind: 'priceList', id: `P${i}`, name: `Pris ${i}` };
    await recordChange(em, { actor: '=cmd()', action: 'price.saved', subject, after: { amount: `${i}.50` } });
  }
  return house.api.close;
});

const rows = (html: string): number => html.split('data-row').length - 1;

describe('the changes', () => {
  test('are told in words, with what differs and nothing else', async () => {
    const { html } = await reader.get('/audit?kind=partner');
    expect(rows(html)).toBe(1);
    expect(html).toContain('Partner: paused');
    expect(html).toContain('<del>false</del> → <ins>true</ins>');
    expect(html).toContain('<ins>a, b</ins>');
    expect(html).not.toContain('<code>name</code>');
    const { html: swedish } = await (await house.signIn('reader', 'sv')).get('/audit?kind=partner');
    expect(swedish).toContain('Partner: pausad');
  });

  test('are filtered by person, kind, thing and day, page by page', async () => {
    const first = await reader.get('/audit?actor=%3Dcmd()');
    expect(rows(first.html)).toBe(50);
    const next = /rel="next" href="\/admin([^"]+)"/.exec(first.html)![1]!.replaceAll('&amp;', '&');
    expect(rows((await reader.get(next)).html)).toBe(10);
    expect(rows((await reader.get('/audit?subject=Pris 7')).html)).toBe(1);
    expect(rows((await reader.get('/audit?subject=P8&kind=priceList')).html)).toBe(1);
    expect(rows((await reader.get('/audit?to=2020-01-01')).html)).toBe(0);
    const day = new Date().toISOString().slice(0, 10);
    expect(rows((await reader.get(`/audit?kind=partner&from=${day}&to=${day}`)).html)).toBe(1);
    expect((await reader.get('/audit?subject=none')).html).toContain('No change fits the filters.');
  });

  test('are a file, which no spreadsheet takes for a formula', async () => {
    const { headers, html } = await reader.get('/audit.csv?kind=priceList');
    expect(headers.get('content-disposition')).toContain('changes.csv');
    const lines = html.trimEnd().split('\r\n');
    expect(lines).toHaveLength(61);
    expect(lines[1]).toMatch(/Z,'=cmd\(\),price.saved,priceList,P59,Pris 59,amount,,59.50$/);
  });

  test('are found by an index, whatever is asked', async () => {
    const em = house.api.database.em();
    const [newest] = await listChanges(em, { limit: 1 });
    expect(newest).toBeInstanceOf(AuditEntry);
    const asked = { actor: '=cmd()', kind: 'priceList', from: new Date(Date.now() - 60_000), limit: 5 };
    expect(await listChanges(em, { ...asked, before: new Date(Date.now() - 59_000) })).toEqual([]);
    expect(await listChanges(em, { ...asked, before: new Date(Date.now() + 1_000) })).toHaveLength(5);
  });
});
