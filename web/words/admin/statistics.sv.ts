import type { statisticsEnglish } from './statistics.en.ts';

export const statisticsSwedish: typeof statisticsEnglish = {};
