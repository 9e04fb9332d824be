import type { ordersEnglish } from './orders.en.ts';

export const ordersSwedish: typeof ordersEnglish = {};
