export const accountEnglish = {};
