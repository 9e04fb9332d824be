import { beforeAll, describe, expect, test } from 'vitest';
import { lastDue, lastTurns, nextDue, takeTurns } from '../../documents/catalogueSchedule.ts';
import { listExports } from '../../documents/catalogueExports.ts';
import { catalogueSchedule } from '../../partners/catalogue.ts';
import { createPartner, saveAgreement, updatePartner } from '../../partners/partners.ts';
import { shopInput } from '../../shop/input/shop.ts';
import { saveShopProfile } from '../../shop/profile.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';

const stockholm = { timeZone: 'Europe/Stockholm', workingDays: [1, 2, 3, 4, 5] };
const around = (schedule: object, now: string): (string | undefined)[] => {
  const setting = catalogueSchedule.parse(schedule);
  return [lastDue, nextDue].map((find) => find(stockholm, setting, new Date(now))?.toISOString());
};

describe('a schedule', () => {
  test('of every day is due at the time that the shop’s clocks show, also when they change', () => {
    const daily = { every: 'day', at: '04:00' };
    expect(around(daily, '2026-11-26T02:59:59Z')).toEqual(['2026-11-25T03:00:00.000Z', '2026-11-26T03:00:00.000Z']);
    expect(around(daily, '2026-11-26T03:00:00Z')).toEqual(['2026-11-26T03:00:00.000Z', '2026-11-27T03:00:00.000Z']);
    expect(around(daily, '2026-10-24T12:00:00Z')).toEqual(['2026-10-24T02:00:00.000Z', '2026-10-25T03:00:00.000Z']);
  });

  test('of working days leaves out the others, and a weekly one all but its day', () => {
    const saturday = '2026-11-28T12:00:00Z';
    expect(around({ at: '23:30' }, saturday)).toEqual(['2026-11-27T22:30:00.000Z', '2026-11-30T22:30:00.000Z']);
    expect(around({ every: 'week', weekday: 'saturday', at: '14:00' }, saturday)).toEqual([
      ...['2026-11-21T13:00:00.000Z', '2026-11-28T13:00:00.000Z'],
    ]);
  });
});

describe('catalogues that go out by themselves', () => {
  let database: TestDatabase;
  let partnerId = '';
  const em = () => database.em();
  const hours = (count: number): Date => new Date(Date.now() + count * 3_600_000);

  beforeAll(async () => {
    database = await createTestDatabase();
    const shop = { name: 'Butiken', organisationNumber: '5560001111', timeZone: 'Europe/Stockholm' };
    await saveShopProfile(em(), shopInput.parse(shop));
    partnerId = await createPartner(em(), { name: 'Åmål', addresses: { production: 'amal' } });
    const schedule = { every: 'day' as const, at: '04:00' };
    const settings = {
      customers: ['K1'],
      punchOut: {},
      catalogue: { formats: ['csv' as const, 'cif' as const], schedule },
    };
    await saveAgreement(em(), {
      partnerId,
      mode: 'production',
      by: 'test',
      settings,
    });
    return () => database.close();
  });

  const begun = async () => (await listExports(em(), { partnerId, limit: 10 })).map(({ format }) => format);

  test('do not begin for a time before the agreement', async () => {
    expect(await takeTurns(em(), new Date())).toBe(0);
  });

  test('begin once for each format, whoever looks, and once for all turns that were missed', async () => {
    const taken = await Promise.all([takeTurns(em(), hours(72)), takeTurns(em(), hours(72))]);
    expect(taken[0] + taken[1]).toBe(2);
    expect((await begun()).toSorted()).toEqual(['cif', 'csv']);
    expect(await takeTurns(em(), hours(72))).toBe(0);
    const turns = await lastTurns(em(), partnerId);
    expect(turns.every((turn) => turn.export != null && turn.refusal == null)).toBe(true);
  });

  test('a turn that falls while one is under way is told and not doubled', async () => {
    expect(await takeTurns(em(), hours(96))).toBe(2);
    expect(await begun()).toHaveLength(2);
    const turns = await lastTurns(em(), partnerId);
    expect(turns.map(({ refusal }) => refusal)).toEqual([{ code: 'underWay' }, { code: 'underWay' }]);
  });

  test('nothing begins for a partner that is switched off', async () => {
    await updatePartner(em(), partnerId, { enabled: false });
    expect(await takeTurns(em(), hours(200))).toBe(0);
  });
});
