export const overviewEnglish = {};
