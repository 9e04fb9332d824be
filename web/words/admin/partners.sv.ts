import type { partnersEnglish } from './partners.en.ts';

export const partnersSwedish: typeof partnersEnglish = {};
