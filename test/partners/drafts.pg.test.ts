import { beforeAll, describe, expect, it } from 'vitest';
import { activateDraft, discardDraft, draftProblems, findDraft, saveDraft } from '../../partners/drafts.ts';
import { createPartner, findAgreement, saveAgreement } from '../../partners/partners.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  return database.close;
});

const newPartner = () => createPartner(database.em(), { name: 'Åkerö', addresses: {} });
const given = (partnerId: string) =>
  ({ partnerId, mode: 'test', settings: { customers: ['K1'] }, basedOn: 0, revision: 0, by: 'Anna' }) as const;

describe('a draft', () => {
  it('keeps what was typed, also while it is wrong, and says what is wrong', async () => {
    const partnerId = await newPartner();
    const settings = { limits: { lines: 'many' } };
    expect(await findDraft(database.em(), partnerId, 'test')).toBeUndefined();
    expect(await saveDraft(database.em(), { ...given(partnerId), settings })).toBe(1);
    expect(await findDraft(database.em(), partnerId, 'test')).toMatchObject({
      settings,
      revision: 1,
      changedBy: 'Anna',
    });
    expect(draftProblems(settings, 'test')).toMatchObject([{ element: 'limits.lines', found: 'many' }]);
    expect(draftProblems({}, 'test')).toEqual([]);
    await expect(activateDraft(database.em(), { ...given(partnerId), revision: 1 })).rejects.toMatchObject({
      type: 'RequestInvalid',
    });
    expect(await findDraft(database.em(), partnerId, 'test')).toBeDefined();
  });

  it('is not overwritten by whoever read it before it was changed', async () => {
    const partnerId = await newPartner();
    const save = (revision: number, by: string) => saveDraft(database.em(), { ...given(partnerId), revision, by });
    await save(0, 'Anna');
    await expect(save(0, 'Bo')).rejects.toMatchObject({ type: 'Outdated' });
    expect(await save(1, 'Anna')).toBe(2);
    await expect(save(1, 'Bo')).rejects.toMatchObject({ type: 'Outdated' });
    await expect(discardDraft(database.em(), { ...given(partnerId), revision: 1 })).rejects.toMatchObject({
      type: 'Outdated',
    });
    expect(await findDraft(database.em(), partnerId, 'test')).toMatchObject({ changedBy: 'Anna', revision: 2 });
  });

  it('becomes the next version and is gone', async () => {
    const partnerId = await newPartner();
    const revision = await saveDraft(database.em(), given(partnerId));
    expect(await activateDraft(database.em(), { ...given(partnerId), revision })).toBe(1);
    expect((await findAgreement(database.em(), partnerId, 'test')).settings.customers).toEqual(['K1']);
    expect(await findDraft(database.em(), partnerId, 'test')).toBeUndefined();
  });

  it('does not take the place of a version that was stored meanwhile', async () => {
    const partnerId = await newPartner();
    const revision = await saveDraft(database.em(), given(partnerId));
    await saveAgreement(database.em(), { partnerId, mode: 'test', settings: {}, by: 'REST' });
    const activate = () => activateDraft(database.em(), { ...given(partnerId), revision });
    await expect(activate()).rejects.toMatchObject({ type: 'Outdated' });
    expect(await findDraft(database.em(), partnerId, 'test')).toMatchObject({ revision });
  });

  it('is of a partner that exists, and of a length that can be stored', async () => {
    const nobody = '019ab3f0-7c1e-7d52-9a55-2f1f0c6f0a11';
    await expect(saveDraft(database.em(), given(nobody))).rejects.toMatchObject({ type: 'NotFound' });
    const settings = { customers: ['x'.repeat(2_000_001)] };
    await expect(saveDraft(database.em(), { ...given(await newPartner()), settings })).rejects.toMatchObject({
      type: 'RequestInvalid',
    });
  });
});
