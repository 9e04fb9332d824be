import type { deliveriesEnglish } from './deliveries.en.ts';

export const deliveriesSwedish: typeof deliveriesEnglish = {};
