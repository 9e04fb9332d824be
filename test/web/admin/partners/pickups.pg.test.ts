import { beforeAll, expect, it } from 'vitest';
import { claimPickup, endLook, type DuePickup } from '../../../../documents/pickups.ts';
import { createPartner, saveAgreement } from '../../../../partners/partners.ts';
import { pickups } from '../../../../partners/pickups.ts';
import { startConsole, type ConsoleClient, type Console } from '../../../kit/console.ts';

let console: Console;
let anna: ConsoleClient;
beforeAll(async () => {
  console = await startConsole();
  anna = await console.signIn('reader');
  return console.api.close;
});

it('the page of a partner says how fetching from each of its folders goes', async () => {
  const em = console.api.database.em();
  const id = await createPartner(em, { name: 'Åkerö', addresses: { production: 'akero' } });
  const [folder] = pickups.parse([{ kind: 'folder', folder: 'akero/in' }]);
  await saveAgreement(em, { partnerId: id, mode: 'production', settings: { pickups: [folder] }, by: 'test' });
  expect((await anna.get(`/partners/${id}`)).html).toContain('Nobody has looked into it yet.');
  const due: DuePickup = { partnerId: id, mode: 'production', code: 'akero', pickup: folder! };
  const at = new Date('2026-11-26T09:00:00Z');
  await claimPickup(em, due, { now: at, until: at });
  await endLook(em, due, { at, nextLookAt: at, seen: {}, lastFile: 'order å.xml' });
  expect((await anna.get(`/partners/${id}`)).html).toContain('Last file order å.xml');
  await endLook(em, due, { at, nextLookAt: at, fault: { code: 'FOLDER_MISSING', path: 'akero/in' } });
  expect((await anna.get(`/partners/${id}`)).html).toContain('The folder akero/in is not there.');
});
