import type { documentsEnglish } from './documents.en.ts';

export const documentsSwedish: typeof documentsEnglish = {};
