import type { quarantineEnglish } from './quarantine.en.ts';

export const quarantineSwedish: typeof quarantineEnglish = {};
