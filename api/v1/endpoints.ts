import type { Endpoint } from '../endpoint.ts';
import { deleteApiKey } from './api-keys/_id/delete.ts';
import { getApiKeys } from './api-keys/get.ts';
import { postApiKey } from './api-keys/post.ts';
import { getAgreement } from './partners/_id/agreements/_mode/_version/get.ts';
import { getAgreements } from './partners/_id/agreements/_mode/get.ts';
import { postAgreement } from './partners/_id/agreements/_mode/post.ts';
import { deleteCredential } from './partners/_id/credentials/_credential/delete.ts';
import { getCredentials } from './partners/_id/credentials/get.ts';
import { postCredential } from './partners/_id/credentials/post.ts';
import { getPartner } from './partners/_id/get.ts';
import { patchPartner } from './partners/_id/patch.ts';
import { getPartners } from './partners/get.ts';
import { postPartner } from './partners/post.ts';
import { getRefusedRequest } from './refused-requests/_id/get.ts';
import { getRefusedRequests } from './refused-requests/get.ts';

/** Every endpoint of `/api/v1`. A test holds this list to the files beside it. */
export const endpoints: readonly Endpoint[] = [
  ...[getPartners, postPartner, getPartner, patchPartner],
  ...[getAgreements, postAgreement, getAgreement],
  ...[getCredentials, postCredential, deleteCredential],
  ...[getRefusedRequests, getRefusedRequest],
  ...[getApiKeys, postApiKey, deleteApiKey],
];
