export const documentsEnglish = {};
