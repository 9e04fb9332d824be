import { defineEntity, p } from '@mikro-orm/core';
import { Account } from './account.entity.ts';
import { roles } from './roles.ts';

const setupLink = defineEntity({
  name: 'SetupLink',
  properties: {
    id: p.uuid().primary(),
    /** SHA-256 of the token in its address (platform/tokens.ts). */
    tokenHash: p.blob().unique(),
    /** Who chooses a password with it; absent: it makes an account of the role. */
    account: () => p.manyToOne(Account).mapToPk().nullable().deleteRule('cascade').index(),
    role: p.enum(roles),
    createdAt: p.datetime(3),
    createdBy: p.text(),
    expiresAt: p.datetime(3),
    usedAt: p.datetime(3).nullable(),
  },
});
/** A link by which a person chooses a password, once. */
export class SetupLink extends setupLink.class {}
setupLink.setClass(SetupLink);

const knownBrowser = defineEntity({
  name: 'KnownBrowser',
  properties: {
    id: p.uuid().primary(),
    account: () => p.manyToOne(Account).mapToPk().index(),
    /** SHA-256 of the token in its cookie. */
    tokenHash: p.blob().unique(),
    lastUsedAt: p.datetime(3),
  },
});
/** A browser from which the account has logged in: others who guess its password do not shut it out. */
export class KnownBrowser extends knownBrowser.class {}
knownBrowser.setClass(KnownBrowser);

const loginAttempt = defineEntity({
  name: 'LoginAttempt',
  properties: {
    /** What is counted, without the name or address itself. */
    key: p.text().primary(),
    points: p.integer(),
    /** Milliseconds since 1970. */
    expire: p.bigint().nullable(),
  },
});
/** Failed log-ins of a while: the table of rate-limiter-flexible, its columns in this order. */
export class LoginAttempt extends loginAttempt.class {}
loginAttempt.setClass(LoginAttempt);
