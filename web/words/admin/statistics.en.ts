export const statisticsEnglish = {};
