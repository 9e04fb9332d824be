export const quarantineEnglish = {};
