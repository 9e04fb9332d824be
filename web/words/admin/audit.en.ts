export const auditEnglish = {};
