export const settingsEnglish = {};
