export const refusalsEnglish = {};
