import { defineEntity, p } from '@mikro-orm/core';

const ApiKeySchema = defineEntity({
  name: 'ApiKey',
  tableName: 'api_key',
  properties: {
    id: p.uuid().primary(),
    /** For people: which system or person uses it. */
    name: p.text(),
    scopes: p.array(),
    /** The public first part of the key, by which its row is found. */
    prefix: p.text().unique(),
    /** Keyed hash of the whole key, with its salt and the key of the key ring that made it. */
    hash: p.blob(),
    salt: p.blob(),
    keyId: p.text(),
    createdAt: p.datetime(3),
    createdBy: p.text(),
    /** To the minute. */
    lastUsedAt: p.datetime(3).nullable(),
    revokedAt: p.datetime(3).nullable(),
  },
});
/** A key to the REST interface. The key itself is shown once, when it is made. */
export class ApiKey extends ApiKeySchema.class {}
ApiKeySchema.setClass(ApiKey);
