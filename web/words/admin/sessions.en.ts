export const sessionsEnglish = {};
