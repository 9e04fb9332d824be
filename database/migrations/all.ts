import { Migration00001Initial } from './Migration00001Initial.ts';

/** Every migration, in order. */
export const migrations = [{ name: 'Migration00001Initial', class: Migration00001Initial }];
