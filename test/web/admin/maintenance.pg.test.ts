import { beforeAll, expect, test } from 'vitest';
import { currentMaintenance } from '../../../platform/maintenance.ts';
import { expectAccessible, keepScreenshot, startBrowser } from '../../kit/browser.ts';
import { startConsole, type Console, type ConsoleClient } from '../../kit/console.ts';

let house: Console;
let administrator: ConsoleClient;
beforeAll(async () => {
  house = await startConsole();
  administrator = await house.signIn('administrator');
  return house.api.close;
});

test('maintenance is begun in the console, every page says so, and it is ended there', async () => {
  const reader = await house.signIn('reader', 'sv');
  expect((await reader.get('/orders')).html).not.toContain('Underhåll, ');
  expect((await reader.get('/settings/maintenance')).status).toBe(403);
  await administrator.post('/settings/maintenance', { minutes: '30', reason: 'Ny version' });
  const found = await currentMaintenance(house.api.database.em());
  expect(found).toMatchObject({ reason: 'Ny version', startedBy: administrator.name });
  expect(found!.until!.getTime() - found!.since.getTime()).toBeCloseTo(30 * 60_000, -4);

  const { html } = await reader.get('/orders');
  expect(html).toContain(`Underhåll, påbörjat av ${administrator.name} (Ny version): inget tas emot till omkring `);
  expect(html).not.toContain('Till underhållet');
  expect((await administrator.get('/')).html).toContain('/admin/settings/maintenance">To the maintenance');
  expect((await administrator.get('/no-such-page')).html).toContain('Maintenance, begun by');

  await administrator.post('/settings/maintenance/end');
  expect((await administrator.get('/settings/maintenance')).html).toContain('Everything is taken in again');
  expect(await currentMaintenance(house.api.database.em())).toBeNull();
  const trail = (await administrator.get('/audit?kind=maintenance')).html;
  expect(trail).toContain('Maintenance: begun');
  expect(trail).toContain('Maintenance: ended');
});

test('a reason that is too long is told, and nothing typed is lost', async () => {
  const { status, html } = await administrator.post('/settings/maintenance', {
    minutes: '60',
    reason: 'å'.repeat(201),
  });
  expect(status).toBe(422);
  expect(html).toContain('Why: At most 200 characters');
  expect(html).toContain('å'.repeat(201));
  expect(html).toMatch(/value="60" selected/);
  expect(await currentMaintenance(house.api.database.em())).toBeNull();
});

test('the page can be read by everybody', async () => {
  const browser = await startBrowser();
  const visit = await house.browserAs(browser, 'administrator');
  const page = await visit.open('/settings/maintenance');
  await keepScreenshot(page, 'maintenance-off');
  await page.getByLabel('Varför').fill('En ny version');
  await page.getByRole('button', { name: 'Börja: ta inte emot något' }).click();
  await expectAccessible(page);
  await keepScreenshot(page, 'maintenance-on');
  await page.getByRole('button', { name: 'Avsluta: ta emot allt igen' }).click();
  await page.getByText('Allt tas emot', { exact: true }).waitFor();
  await visit.close();
  await browser.close();
});
