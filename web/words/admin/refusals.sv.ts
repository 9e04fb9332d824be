import type { refusalsEnglish } from './refusals.en.ts';

export const refusalsSwedish: typeof refusalsEnglish = {};
