export const simulatorEnglish = {};
