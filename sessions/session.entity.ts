import { defineEntity, p } from '@mikro-orm/core';
import type { BrowserForm } from '../formats/document/browserForm.ts';
import type { Cart } from '../formats/document/cart.ts';
import { modes, Partner } from '../partners/partner.entity.ts';
import { Customer, CustomerAddress } from '../shop/customer.entity.ts';
import type { CartPromise } from '../shop/priceSources.ts';
import { Product } from '../shop/product.entity.ts';
import { punchOutOperations, punchOutProtocols } from './operations.ts';
import type { ReturnSpec } from './returnSpec.ts';
import { sessionStates } from './states.ts';

export const sessionLanguages = ['sv', 'en'] as const;
export type SessionLanguage = (typeof sessionLanguages)[number];

/** Where the buyer wants to land: a product by article number, a category, or a search. */
export interface SessionEntry {
  readonly kind: 'product' | 'category' | 'search';
  readonly value: string;
}

const punchOutSession = defineEntity({
  name: 'PunchOutSession',
  tableName: 'punch_out_session',
  properties: {
    id: p.uuid().primary(),
    partner: () => p.manyToOne(Partner).mapToPk(),
    /** Code of the partner's address: part of the workflow id. */
    partnerCode: p.text(),
    mode: p.enum(modes),
    /** Version of the agreement in force at login; it governs the whole session. */
    agreementVersion: p.integer(),
    protocol: p.enum(punchOutProtocols),
    operation: p.enum(punchOutOperations),
    state: p.enum(sessionStates),
    customer: () => p.manyToOne(Customer).mapToPk(),
    /** The delivery place that the call named. */
    deliveryAddress: () => p.manyToOne(CustomerAddress).mapToPk().nullable().deleteRule('set null').index(),
    language: p.enum(sessionLanguages),
    /** Who shops, as the purchasing system names them; null: a shared user. Personal data, like the two below. */
    userKey: p.text().nullable(),
    userName: p.text().nullable(),
    userMail: p.text().nullable(),
    /** Short name of the cart for people, such as `7F3K-Q2WD`: a shared user finds an unsent cart by it. */
    cartCode: p.text().unique(),
    returnSpec: p.json<ReturnSpec>(),
    /** Other parameters of the call, for the mapping; no secrets. */
    parameters: p.json<Readonly<Record<string, string>>>(),
    entry: p.json<SessionEntry>().nullable(),
    /** SHA-256; null where the call was answered at once. */
    startTokenHash: p.blob().nullable().unique(),
    startTokenExpiresAt: p.datetime(3).nullable(),
    startTokenUsedAt: p.datetime(3).nullable(),
    /** SHA-256; null until the start link is opened. */
    sessionTokenHash: p.blob().nullable().unique(),
    createdAt: p.datetime(3),
    lastSeenAt: p.datetime(3).nullable(),
    /** When the session ends if nobody does anything: idle limit or end of life, whichever comes first. */
    expiresAt: p.datetime(3),
    lifeEndsAt: p.datetime(3),
    /** Limits of the agreement, in milliseconds. */
    idleMilliseconds: p.integer(),
    lifeMilliseconds: p.integer(),
    /** How often a cart went back. */
    returns: p.integer(),
    /** When the last one did. */
    returnedAt: p.datetime(3).nullable(),
    /** When the cart was last changed. */
    cartChangedAt: p.datetime(3).nullable(),
    /** When the buyer kept the cart for another time. */
    savedAt: p.datetime(3).nullable(),
    /** The session that took this one's unsent cart over. */
    adoptedById: p.uuid().nullable(),
    /** Of an edit or inspect session: the cart as the buyer's system sent it, rebuilt. A cancelled edit gives it back. */
    originalCart: p.json<Cart>().nullable(),
    /** Number of the latest line; lines are numbered 1, 2, 3 ... and a number is never used again. */
    lastLine: p.integer(),
    workflowStartedAt: p.datetime(3).nullable(),
    /** When the session ended for good. */
    finishedAt: p.datetime(3).nullable(),
  },
  indexes: [
    { name: 'punch_out_session_partner_index', properties: ['partner', 'id'] },
    { name: 'punch_out_session_state_index', properties: ['state', 'id'] },
    { name: 'punch_out_session_customer_index', properties: ['customer', 'createdAt'] },
    {
      name: 'punch_out_session_user_index',
      properties: ['partner', 'userKey', 'createdAt'],
      where: 'user_key is not null',
    },
    {
      name: 'punch_out_session_unstarted_index',
      properties: ['createdAt'],
      where: 'workflow_started_at is null and finished_at is null',
    },
    {
      name: 'punch_out_session_returned_index',
      properties: ['partner', 'returnedAt'],
      where: 'returned_at is not null',
    },
    { name: 'punch_out_session_unfinished_index', properties: ['expiresAt'], where: 'finished_at is null' },
  ],
});
/** One PunchOut visit, from login to cart return, cancel or expiry. */
export class PunchOutSession extends punchOutSession.class {}
punchOutSession.setClass(PunchOutSession);

const sessionCartLine = defineEntity({
  name: 'SessionCartLine',
  tableName: 'session_cart_line',
  properties: {
    session: () => p.manyToOne(PunchOutSession).mapToPk().primary().deleteRule('cascade'),
    /** 1, 2, 3 ... in the order in which they were added: the key of the line, on every return the same. */
    number: p.integer().primary(),
    product: () => p.manyToOne(Product).mapToPk().deleteRule('cascade').index(),
    /** UN/ECE Recommendation 20. */
    unit: p.text(),
    /** In `unit`. */
    quantity: p.decimal().precision(24).scale(8),
    /** Net price of one `unit` as the buyer saw it last; null where there was none. */
    seenPrice: p.decimal().precision(30).scale(12).nullable(),
    /** What the cart promised of the line when it last went back. */
    promise: p.json<CartPromise>().nullable(),
    note: p.text().nullable(),
    /** The buyer's own reference of the line. */
    reference: p.text().nullable(),
    addedAt: p.datetime(3),
    /** A removed line can be put back. */
    removedAt: p.datetime(3).nullable(),
  },
});
export class SessionCartLine extends sessionCartLine.class {}
sessionCartLine.setClass(SessionCartLine);

/** Keys of forms that were sent: one that comes again, by a double click or a reload, adds nothing. */
const sessionForm = defineEntity({
  name: 'SessionForm',
  tableName: 'session_form',
  properties: {
    session: () => p.manyToOne(PunchOutSession).mapToPk().primary().deleteRule('cascade'),
    key: p.text().primary(),
    /** The line that it added to. */
    line: p.integer(),
  },
});
export class SessionForm extends sessionForm.class {}
sessionForm.setClass(SessionForm);

export const sessionDocumentKinds = ['call', 'response', 'cart'] as const;
export type SessionDocumentKind = (typeof sessionDocumentKinds)[number];
/** A cart goes back; explicitly nothing goes back; nothing changes at the buyer's. */
export const messageKinds = ['return', 'empty', 'cancel'] as const;
export type MessageKind = (typeof messageKinds)[number];

const sessionDocument = defineEntity({
  name: 'SessionDocument',
  tableName: 'session_document',
  properties: {
    id: p.uuid().primary(),
    session: () => p.manyToOne(PunchOutSession).mapToPk().deleteRule('cascade'),
    kind: p.enum(sessionDocumentKinds),
    /** Of a cart message. */
    purpose: p.enum(messageKinds).nullable(),
    /** Key of the return that wrote it: asked for twice, it is written once. */
    attempt: p.text().nullable(),
    /** Number of the cart. */
    number: p.text().nullable(),
    createdAt: p.datetime(3),
    contentType: p.text(),
    /** Bytes; they are chunks. */
    size: p.integer(),
    sha256: p.character().length(64),
    /** What the buyer's browser posts. */
    form: p.json<BrowserForm>().nullable(),
    lineCount: p.integer().nullable(),
    /** Net sum of the lines. */
    total: p.decimal().precision(30).scale(8).nullable(),
    currency: p.text().nullable(),
  },
  uniques: [{ name: 'session_document_attempt_unique', properties: ['session', 'attempt'] }],
});
/** What came in and went out in a session, with every secret masked. */
export class SessionDocument extends sessionDocument.class {}
sessionDocument.setClass(SessionDocument);
