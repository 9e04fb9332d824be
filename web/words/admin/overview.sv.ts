import type { overviewEnglish } from './overview.en.ts';

export const overviewSwedish: typeof overviewEnglish = {};
