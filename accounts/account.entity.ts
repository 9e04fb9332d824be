import { defineEntity, p } from '@mikro-orm/core';
import { languages } from '../documents/words.ts';
import type { Message } from './message.ts';
import { roles } from './roles.ts';

const account = defineEntity({
  name: 'Account',
  properties: {
    id: p.uuid().primary(),
    /** What the person logs in with and is called by. */
    name: p.text(),
    /** The name in small letters: names differ by more than the size of letters. */
    nameKey: p.text().unique(),
    role: p.enum(roles),
    /** Of the console's pages. */
    language: p.enum(languages),
    createdAt: p.datetime(3),
    createdBy: p.text(),
    /** Nobody logs in any more. */
    disabledAt: p.datetime(3).nullable(),
    /** Argon2 hash in the PHC string format; absent until one was chosen, or where the identity provider knows the person. */
    password: p.text().nullable().hidden(),
    passwordChangedAt: p.datetime(3).nullable(),
    lastLoginAt: p.datetime(3).nullable(),
    /** Who the person is at an identity provider (OpenID Connect): `iss` and `sub`. */
    issuer: p.text().nullable(),
    subject: p.text().nullable(),
  },
  uniques: [{ properties: ['issuer', 'subject'] }],
});
/** A person who works with the console. */
export class Account extends account.class {}
account.setClass(Account);

/** A form that is kept (accounts/keptForms.ts), sealed with the key of the ring. `sealed`: base64; `keptAt`: ISO 8601. */
export interface SealedForm {
  readonly keyId: string;
  readonly sealed: string;
  readonly keptAt: string;
}

const consoleSession = defineEntity({
  name: 'ConsoleSession',
  properties: {
    id: p.uuid().primary(),
    account: () => p.manyToOne(Account).mapToPk(),
    /** SHA-256 of the token in the cookie (platform/tokens.ts). */
    tokenHash: p.blob().unique(),
    createdAt: p.datetime(3),
    /** The last request of the person; what a page asks for by itself does not count. To the minute. */
    lastSeenAt: p.datetime(3),
    /** Ends it whatever the person does. */
    expiresAt: p.datetime(3),
    endedAt: p.datetime(3).nullable(),
    /** What the next page tells once. */
    message: p.json<Message>().nullable(),
    /** What was typed when it had ended. */
    keptForm: p.json<SealedForm>().nullable(),
  },
  indexes: [{ properties: ['account'] }],
});
/** One log-in. */
export class ConsoleSession extends consoleSession.class {}
consoleSession.setClass(ConsoleSession);
