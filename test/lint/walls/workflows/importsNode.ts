import { createHash } from 'node:crypto';

export const found = createHash;
