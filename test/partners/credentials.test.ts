import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { matchCredential, readAuthorization, type IncomingCredential } from '../../partners/credentials.ts';
import { KeyRing } from '../../platform/keyRing.ts';

const oldKey = randomBytes(32);
const newKey = randomBytes(32);

function stored(ring: KeyRing, id: string, user: string | null, secret: string): IncomingCredential {
  return { id, kind: user === null ? 'bearer' : 'basic', user, lastUsedAt: null, ...ring.hash(secret) };
}

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

describe('the Authorization header', () => {
  it('is read as Basic, with colons in the password, and as Bearer', () => {
    expect(readAuthorization(basic('umea:a:b'))).toEqual({ kind: 'basic', user: 'umea', secret: 'a:b' });
    expect(readAuthorization('bearer abc')).toEqual({ kind: 'bearer', user: undefined, secret: 'abc' });
    expect(readAuthorization(basic('åäö:ü'))).toEqual({ kind: 'basic', user: 'åäö', secret: 'ü' });
  });

  it.each([undefined, '', 'Basic', 'Digest abc', basic('no colon'), 'Bearer a b'])(
    'is none when it is %j',
    (header) => {
      expect(readAuthorization(header)).toBeUndefined();
    },
  );
});

describe('a credential', () => {
  const ring = new KeyRing([newKey, oldKey]);
  const first = stored(ring, 'first', 'umea', 'secret one');
  const second = stored(ring, 'second', 'umea', 'secret two');

  const match = (user: string, secret: string) =>
    matchCredential(ring, [first, second], { kind: 'basic', user, secret })?.id;

  it('matches by user and secret together, either one of a rotation', () => {
    expect(match('umea', 'secret one')).toBe('first');
    expect(match('umea', 'secret two')).toBe('second');
    expect(match('umea', 'secret three')).toBeUndefined();
    expect(match('other', 'secret one')).toBeUndefined();
    expect(match('', '')).toBeUndefined();
  });

  it('does not match by another scheme, nor where there is none', () => {
    expect(matchCredential(ring, [first], { kind: 'bearer', user: undefined, secret: 'secret one' })).toBeUndefined();
    expect(matchCredential(ring, [], { kind: 'basic', user: 'umea', secret: 'secret one' })).toBeUndefined();
    const token = stored(ring, 'token', null, 'a token');
    expect(matchCredential(ring, [token], { kind: 'bearer', user: undefined, secret: 'a token' })?.id).toBe('token');
    expect(matchCredential(ring, [token], { kind: 'basic', user: '', secret: 'a token' })).toBeUndefined();
  });

  it('made under an older key still matches, and no more once the key has left the ring', () => {
    const old = stored(new KeyRing([oldKey]), 'old', 'umea', 'secret');
    const presented = { kind: 'basic', user: 'umea', secret: 'secret' } as const;
    expect(matchCredential(ring, [old], presented)?.id).toBe('old');
    expect(matchCredential(new KeyRing([newKey]), [old], presented)).toBeUndefined();
  });
});

describe('the key ring', () => {
  const ring = new KeyRing([newKey, oldKey]);

  it('opens what it sealed, also under an older key, and only for what it belongs to', () => {
    const sealed = new KeyRing([oldKey]).seal('a secret', 'row 1');
    expect(ring.open(sealed, 'row 1')).toBe('a secret');
    expect(() => ring.open(sealed, 'row 2')).toThrow(/authenticate/);
    expect(() => new KeyRing([newKey]).open(sealed, 'row 1')).toThrow(/not in ROUNDTRIP_SECRET_KEYS/);
    sealed.sealed[20]! ^= 1;
    expect(() => ring.open(sealed, 'row 1')).toThrow(/authenticate/);
  });

  it('never makes the same hash or seal twice', () => {
    expect(Buffer.from(ring.hash('x').hash)).not.toEqual(Buffer.from(ring.hash('x').hash));
    expect(Buffer.from(ring.seal('x', '').sealed)).not.toEqual(Buffer.from(ring.seal('x', '').sealed));
  });

  it('takes keys of 32 bytes only', () => {
    expect(() => new KeyRing([randomBytes(31)])).toThrow(/32 bytes/);
    expect(() => new KeyRing([])).toThrow(/needs a key/);
  });
});
