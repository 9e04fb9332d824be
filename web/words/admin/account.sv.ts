import type { accountEnglish } from './account.en.ts';

export const accountSwedish: typeof accountEnglish = {};
