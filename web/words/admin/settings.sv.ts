import type { settingsEnglish } from './settings.en.ts';

export const settingsSwedish: typeof settingsEnglish = {};
