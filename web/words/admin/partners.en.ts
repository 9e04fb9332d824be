export const partnersEnglish = {};
