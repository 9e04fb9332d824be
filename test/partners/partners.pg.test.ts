import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  addIncoming,
  listCredentials,
  noteUse,
  outgoingSecret,
  revokeCredential,
  setOutgoing,
} from '../../partners/credentials.ts';
import { demoAddresses, seedDemoPartners, type DemoAddress } from '../../partners/demo.ts';
import { PartnerDirectory } from '../../partners/directory.ts';
import {
  agreementVersions,
  createPartner,
  findAgreement,
  findAtAddress,
  saveAgreement,
  servedBy,
  updatePartner,
} from '../../partners/partners.ts';
import { KeyRing } from '../../platform/keyRing.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';

let database: TestDatabase;
const ring = new KeyRing([randomBytes(32)]);
beforeAll(async () => {
  database = await createTestDatabase();
  return database.close;
});

let serial = 0;
async function newPartner(options: { kind?: 'partner' | 'hub'; hubId?: string; settings?: object } = {}) {
  const code = `partner-${++serial}`;
  const { settings = {}, ...rest } = options;
  const id = await createPartner(database.em(), {
    ...rest,
    name: code,
    addresses: { production: code, test: `${code}-test` },
  });
  await saveAgreement(database.em(), { partnerId: id, mode: 'production', settings, by: 'test' });
  return { id, code };
}
const incoming = (partnerId: string, secret: string) =>
  ({ partnerId, mode: 'production', name: 'orders', kind: 'basic', user: 'u', secret, by: 'test' }) as const;

describe('agreements', () => {
  it('are numbered by partner and mode, also when saved at once, and old versions stay', async () => {
    const { id } = await newPartner({ settings: { customers: ['1'] } });
    const save = (customer: string) =>
      saveAgreement(database.em(), {
        partnerId: id,
        mode: 'production',
        settings: { customers: [customer] },
        by: 'test',
      });
    const versions = await Promise.all(['2', '3', '4', '5'].map(save));
    expect(versions.toSorted((a, b) => a - b)).toEqual([2, 3, 4, 5]);
    expect((await findAgreement(database.em(), id, 'production', 1)).settings.customers).toEqual(['1']);
    expect((await findAgreement(database.em(), id, 'production')).version).toBe(5);
    expect((await agreementVersions(database.em(), id, 'production')).map(({ version }) => version)).toEqual([
      5, 4, 3, 2, 1,
    ]);
    await expect(findAgreement(database.em(), id, 'test')).rejects.toMatchObject({ type: 'NotFound' });
  });

  it('are refused with the place of each problem', async () => {
    const { id } = await newPartner();
    const save = (settings: unknown) =>
      saveAgreement(database.em(), { partnerId: id, mode: 'production', settings, by: 'test' });
    await expect(save({ prize: {} })).rejects.toMatchObject({ type: 'RequestInvalid' });
    await expect(save({ limits: { bytes: 10 } })).rejects.toMatchObject({
      type: 'RequestInvalid',
      details: [expect.objectContaining({ element: 'limits.bytes' })],
    });
    await expect(save({ mode: 'test' })).rejects.toMatchObject({
      details: [{ element: 'mode', found: 'test', expected: 'production' }],
    });
    expect((await findAgreement(database.em(), id, 'production')).version).toBe(1);
  });
});

describe('addresses', () => {
  it('are unique over all partners, and a partner without its address does not come to be', async () => {
    const { code } = await newPartner();
    const twice = createPartner(database.em(), {
      name: 'Twice',
      addresses: { production: 'free-address', test: code },
    });
    await expect(twice).rejects.toMatchObject({ type: 'Conflict' });
    expect(await findAtAddress(database.em(), 'free-address')).toBeUndefined();
    await expect(createPartner(database.em(), { name: 'x', addresses: { production: 'hub' } })).rejects.toMatchObject({
      type: 'RequestInvalid',
    });
  });

  it('lead to partner, agreement and active incoming credentials of their mode', async () => {
    const { id, code } = await newPartner({ settings: { customers: ['7'] } });
    const revoked = await addIncoming(database.em(), ring, incoming(id, 'one'));
    const active = await addIncoming(database.em(), ring, incoming(id, 'two'));
    await addIncoming(database.em(), ring, { ...incoming(id, 'three'), mode: 'test' });
    await setOutgoing(database.em(), ring, { ...incoming(id, 'four'), name: 'receiver' });
    await revokeCredential(database.em(), id, revoked);
    const found = await findAtAddress(database.em(), code);
    expect(found).toMatchObject({ id, kind: 'partner', mode: 'production', enabled: true, paused: false });
    expect(found?.agreement).toMatchObject({ version: 1, settings: { customers: ['7'] } });
    expect(found?.credentials.map((credential) => credential.id)).toEqual([active]);
    expect(found && ring.verify('two', found.credentials[0]!)).toBe(true);
    await updatePartner(database.em(), id, { enabled: false, paused: true });
    expect(await findAtAddress(database.em(), `${code}-test`)).toMatchObject({
      enabled: false,
      paused: true,
      agreement: undefined,
    });
  });

  it('are remembered for a moment, unknown ones too, and looked up once for many at a time', async () => {
    const { id, code } = await newPartner();
    const directory = new PartnerDirectory(database.orm, 200);
    expect((await directory.at(code))?.enabled).toBe(true);
    expect(await directory.at('not-there')).toBeUndefined();
    await updatePartner(database.em(), id, { enabled: false });
    expect((await directory.at(code))?.enabled).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect((await directory.at(code))?.enabled).toBe(false);
  });

  it('of a hub serve its partners, under their own code where they have one', async () => {
    const hub = await newPartner({ kind: 'hub' });
    const own = await newPartner({ hubId: hub.id });
    const bare = await createPartner(database.em(), { name: 'Bare', hubId: hub.id, addresses: {} });
    await saveAgreement(database.em(), { partnerId: bare, mode: 'production', settings: {}, by: 'test' });
    await createPartner(database.em(), { name: 'Without agreement', hubId: hub.id, addresses: {} });
    const served = await servedBy(database.em(), hub.id, 'production');
    expect(served.map(({ id, code }) => ({ id, code })).toSorted((a, b) => a.id.localeCompare(b.id))).toEqual([
      { id: own.id, code: own.code },
      { id: bare, code: hub.code },
    ]);
  });
});

describe('credentials', () => {
  it('are at most two active of a name, also when added at once', async () => {
    const { id } = await newPartner();
    const added = await Promise.allSettled(
      [1, 2, 3, 4].map((n) => addIncoming(database.em(), ring, incoming(id, `secret ${n}`))),
    );
    expect(added.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    const infos = await listCredentials(database.em(), ring, id);
    expect(infos).toHaveLength(2);
    expect(await revokeCredential(database.em(), id, infos[0]!.id)).toBe(true);
    expect(await revokeCredential(database.em(), id, infos[0]!.id)).toBe(false);
    await addIncoming(database.em(), ring, incoming(id, 'secret 5'));
    await addIncoming(database.em(), ring, { ...incoming(id, 'secret 6'), name: 'another' });
  });

  it('that we show are opened again, the newest of a name', async () => {
    const { id } = await newPartner();
    const of = { partnerId: id, mode: 'production', name: 'receiver' } as const;
    expect(await outgoingSecret(database.em(), ring, of)).toBeUndefined();
    await setOutgoing(database.em(), ring, { ...of, kind: 'bearer', secret: 'old', by: 'test' });
    await setOutgoing(database.em(), ring, { ...of, kind: 'basic', user: 'us', secret: 'new', by: 'test' });
    expect(await outgoingSecret(database.em(), ring, of)).toEqual({ kind: 'basic', user: 'us', secret: 'new' });
  });

  it('need a user name without colon for Basic', async () => {
    const { id } = await newPartner();
    for (const user of [undefined, '', 'a:b']) {
      const given = { ...incoming(id, 'x'), user } as Parameters<typeof addIncoming>[2];
      await expect(addIncoming(database.em(), ring, given)).rejects.toMatchObject({ type: 'RequestInvalid' });
    }
  });

  it('show when they were used, to the minute, and never their secrets', async () => {
    const { id } = await newPartner();
    const credential = await addIncoming(database.em(), ring, incoming(id, 'never shown'));
    const at = new Date('2026-01-02T03:04:05.000Z');
    await noteUse(database.em(), credential, at);
    await noteUse(database.em(), credential, new Date(at.getTime() + 1_000));
    const [info] = await listCredentials(database.em(), ring, id);
    expect(info).toMatchObject({ lastUsedAt: at, user: 'u', usable: true, revokedAt: null });
    expect(JSON.stringify(info)).not.toContain('never shown');
    expect((await listCredentials(database.em(), new KeyRing([randomBytes(32)]), id))[0]?.usable).toBe(false);
  });
});

describe('the demo partners', () => {
  it('come once, with their secrets, and no secret stands readable in the database', async () => {
    const secrets = Object.fromEntries(demoAddresses.map((code) => [code, `demo-secret-of-${code}`])) as Record<
      DemoAddress,
      string
    >;
    const punchOutSecrets = { form: 'demo-secret-of-the-form', cxml: 'demo-secret-of-cxml' };
    const receiverUrl = 'http://127.0.0.1:3002';
    const options = { receiverUrl, receiverSecret: 'demo-receiver-secret', secrets, punchOutSecrets };
    await seedDemoPartners(database.em(), ring, options);
    await seedDemoPartners(database.em(), ring, { ...options, secrets: { ...secrets, lindstroms: 'other' } });
    const found = await findAtAddress(database.em(), 'lindstroms');
    expect(found?.agreement?.settings.answers.acceptance).toBe('whenClean');
    const kindOf = (secret: string) => found!.credentials.find((each) => ring.verify(secret, each))?.kind;
    expect([secrets.lindstroms, ...Object.values(punchOutSecrets)].map(kindOf)).toEqual(['basic', 'form', 'cxml']);
    expect(found?.agreement?.settings.punchOut?.returnHosts).toEqual(['127.0.0.1:3002']);
    const of = { partnerId: found!.id, mode: 'production', name: 'receiver' } as const;
    expect((await outgoingSecret(database.em(), ring, of))?.secret).toBe('demo-receiver-secret');
    const { rows } = await sql<{ row: string }>`select c::text as row from partner_credential c`.execute(
      database.em().getKysely(),
    );
    const all = rows.map(({ row }) => row).join('\n');
    for (const secret of [...Object.values(secrets), ...Object.values(punchOutSecrets), 'demo-receiver-secret']) {
      expect(all).not.toContain(secret);
      expect(all).not.toContain(Buffer.from(secret).toString('hex'));
    }
  });
});
