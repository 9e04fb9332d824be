import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { credentialFault, knownUsers } from '../../partners/credentialFault.ts';
import { addIncoming, revokeCredential, type PresentedCredential } from '../../partners/credentials.ts';
import type { CredentialKind, Mode } from '../../partners/partner.entity.ts';
import { createPartner } from '../../partners/partners.ts';
import { KeyRing } from '../../platform/keyRing.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';

let database: TestDatabase;
let partnerId: string;
const keyRing = new KeyRing([randomBytes(32)]);
const formerKeys = new KeyRing([randomBytes(32)]);

async function add(mode: Mode, kind: CredentialKind, user: string, secret: string, keys = keyRing): Promise<string> {
  return addIncoming(database.em(), keys, { partnerId, mode, name: `${kind} ${user}`, kind, user, secret, by: 'Åsa' });
}

beforeAll(async () => {
  database = await createTestDatabase();
  partnerId = await createPartner(database.em(), { name: 'Umeå Verkstad', addresses: { production: 'umea' } });
  await add('production', 'basic', 'umea', 'right');
  await add('production', 'form', 'buyer', 'seen');
  await revokeCredential(database.em(), partnerId, await add('production', 'basic', 'umea', 'old'));
  await add('test', 'basic', 'umea-test', 'trial');
  await add('production', 'basic', 'former', 'lost', formerKeys);
});
afterAll(() => database.close());

const basic = (user: string, secret: string): PresentedCredential => ({ kind: 'basic', user, secret });

test.each([
  ['nothing was shown', undefined, 'missing'],
  ['the secret of another user', basic('umeo', 'right'), 'user'],
  ['another secret', basic('umea', 'wrong'), 'secret'],
  ['the log-in of the buyer’s browser', basic('buyer', 'seen'), 'kind'],
  ['a revoked secret', basic('umea', 'old'), 'revoked'],
  ['the secret of the test address', basic('umea-test', 'trial'), 'otherMode'],
  ['a secret whose key is gone', basic('former', 'lost'), 'keyGone'],
  ['somebody else', basic('x', 'y'), 'both'],
] as const)('%s', async (_, shown, fault) => {
  const found = await credentialFault(database.em(), keyRing, { id: partnerId, mode: 'production' }, shown);
  expect(found).toBe(fault);
});

test('no secret is set', async () => {
  const id = await createPartner(database.em(), { name: 'Ny', addresses: { production: 'ny' } });
  const fault = await credentialFault(database.em(), keyRing, { id, mode: 'production' }, basic('a', 'b'));
  expect(fault).toBe('none');
  expect(await knownUsers(database.em(), { id, mode: 'production' })).toEqual([]);
});

test('users of an address are known by name, each once', async () => {
  expect(await knownUsers(database.em(), { id: partnerId, mode: 'production' })).toEqual([
    'umea (Basic)',
    'buyer (form)',
    'former (Basic)',
  ]);
});
