export const mappingEnglish = {};
