export const partnerEnglish = {};
