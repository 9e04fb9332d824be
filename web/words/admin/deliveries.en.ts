export const deliveriesEnglish = {};
