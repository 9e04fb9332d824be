import type { mappingEnglish } from './mapping.en.ts';

export const mappingSwedish: typeof mappingEnglish = {};
