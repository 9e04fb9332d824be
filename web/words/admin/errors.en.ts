export const errorsEnglish = {};
