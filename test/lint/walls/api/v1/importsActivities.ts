import { createOrderActivities } from '../../activities/order.ts';

export const found = createOrderActivities;
