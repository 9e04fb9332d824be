export const conformanceEnglish = {};
