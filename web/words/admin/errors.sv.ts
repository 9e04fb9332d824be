import type { errorsEnglish } from './errors.en.ts';

export const errorsSwedish: typeof errorsEnglish = {};
