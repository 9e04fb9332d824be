import { createActivities } from '../activities/activities.ts';

export const found = createActivities;
