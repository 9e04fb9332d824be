import type { auditEnglish } from './audit.en.ts';

export const auditSwedish: typeof auditEnglish = {};
