import type { Endpoint } from '../endpoint.ts';
import { deleteApiKey } from './api-keys/_id/delete.ts';
import { getApiKeys } from './api-keys/get.ts';
import { postApiKey } from './api-keys/post.ts';

/** Every endpoint of `/api/v1`. A test holds this list to the files beside it. */
export const endpoints: readonly Endpoint[] = [getApiKeys, postApiKey, deleteApiKey];
