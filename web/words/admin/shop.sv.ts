import type { shopEnglish } from './shop.en.ts';

export const shopSwedish: typeof shopEnglish = {};
