import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/** A secret as it is stored when it only has to be recognised: nobody can read it again. */
export interface HashedSecret {
  readonly keyId: string;
  readonly salt: Uint8Array;
  readonly hash: Uint8Array;
}

/** A secret as it is stored when we have to show it to somebody: nonce, tag and cipher text of AES-256-GCM. */
export interface SealedSecret {
  readonly keyId: string;
  readonly sealed: Uint8Array;
}

interface Key {
  readonly id: string;
  readonly hashing: Buffer;
  readonly sealing: Buffer;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * The keys of ROUNDTRIP_SECRET_KEYS: the first hashes and seals, all of them verify and open. Each is used through two keys derived
 * from it (HKDF), so that hashing and sealing never share one.
 *
 * A keyed hash and not argon2: partner secrets and API keys are machine made, and each request verifies one (argon2 costs 100 ms).
 */
export class KeyRing {
  readonly #keys: ReadonlyMap<string, Key>;
  readonly #current: Key;

  /** @param keys 32 bytes each, the current one first. */
  constructor(keys: readonly Uint8Array[]) {
    const derived = keys.map(deriveKey);
    if (derived[0] === undefined) throw new Error('a key ring needs a key');
    this.#current = derived[0];
    this.#keys = new Map(derived.map((key) => [key.id, key]));
  }

  /** Hashes a secret under the current key and a new salt. */
  hash(secret: string): HashedSecret {
    const salt = randomBytes(16);
    return { keyId: this.#current.id, salt, hash: keyedHash(this.#current, salt, secret) };
  }

  /** Constant-time. False also when the key is no longer in the ring. */
  verify(secret: string, stored: HashedSecret): boolean {
    const key = this.#keys.get(stored.keyId);
    const hash = keyedHash(key ?? this.#current, stored.salt, secret);
    return hash.length === stored.hash.length && timingSafeEqual(hash, stored.hash) && key !== undefined;
  }

  /** Seals a secret under the current key. @param context what it belongs to, for example a row's id: it opens only there. */
  seal(secret: string, context: string): SealedSecret {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#current.sealing, nonce).setAAD(Buffer.from(context));
    const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return { keyId: this.#current.id, sealed: Buffer.concat([nonce, cipher.getAuthTag(), text]) };
  }

  /** @throws Error when the key is not in the ring, or the context is another. */
  open(stored: SealedSecret, context: string): string {
    const key = this.#keys.get(stored.keyId);
    if (key === undefined)
      throw new Error(`The secret was sealed with key ${stored.keyId}, which is not in ROUNDTRIP_SECRET_KEYS`);
    const nonce = stored.sealed.subarray(0, NONCE_BYTES);
    const tag = stored.sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', key.sealing, nonce, { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(context))
      .setAuthTag(tag);
    const text = decipher.update(stored.sealed.subarray(NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  }

  /** False for what was made under a key that is no longer in the ring. */
  knows(keyId: string): boolean {
    return this.#keys.has(keyId);
  }
}

function deriveKey(key: Uint8Array): Key {
  if (key.length !== 32) throw new Error('a key has 32 bytes');
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', key, '', `roundtrip ${purpose}`, 32));
  const id = createHash('sha256').update(derive('key id')).digest('hex').slice(0, 8);
  return { id, hashing: derive('hash'), sealing: derive('seal') };
}

function keyedHash(key: Key, salt: Uint8Array, secret: string): Buffer {
  return createHmac('sha256', key.hashing).update(salt).update(secret, 'utf8').digest();
}
