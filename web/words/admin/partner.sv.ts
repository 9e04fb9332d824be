import type { partnerEnglish } from './partner.en.ts';

export const partnerSwedish: typeof partnerEnglish = {};
