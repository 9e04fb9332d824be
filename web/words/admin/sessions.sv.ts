import type { sessionsEnglish } from './sessions.en.ts';

export const sessionsSwedish: typeof sessionsEnglish = {};
