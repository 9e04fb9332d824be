import { sleep } from '@temporalio/workflow';
import type { createOrderActivities } from '../activities/order.ts';
import { agreementSchema } from '../partners/agreement.ts';
import { TASK_QUEUE } from './ids.ts';

export const found = [sleep, agreementSchema, TASK_QUEUE];
export type Activities = ReturnType<typeof createOrderActivities>;
