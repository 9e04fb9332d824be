export const ordersEnglish = {};
