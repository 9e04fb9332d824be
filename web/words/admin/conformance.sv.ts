import type { conformanceEnglish } from './conformance.en.ts';

export const conformanceSwedish: typeof conformanceEnglish = {};
