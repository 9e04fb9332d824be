import { Migration00001Initial } from './Migration00001Initial.ts';
import { Migration00004PunchOutDoor } from './Migration00004PunchOutDoor.ts';

/** Every migration, in order. */
export const migrations = [
  { name: 'Migration00001Initial', class: Migration00001Initial },
  { name: 'Migration00004PunchOutDoor', class: Migration00004PunchOutDoor },
];
