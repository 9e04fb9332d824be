export const shopEnglish = {};
