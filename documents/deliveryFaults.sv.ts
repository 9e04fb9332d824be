import type { DeliverySentences } from './deliveryFaults.ts';

/** Swedish. */
export const swedishDelivery: DeliverySentences = {
  ADDRESS_PRIVATE: ({ address }) => `Inget skickades: adressen ${address} är ingen publik adress.`,
  CREDENTIAL_MISSING: ({ name }) => `Inget skickades: avtalets inloggningsuppgift ${name} finns inte.`,
  ADDRESS_MISSING: () => 'Inget skickades: avtalet anger ingen adress längre.',
  ANSWERED: ({ status }) => `Mottagaren svarade ${status}.`,
  CXML_STATUS: ({ status, text }) => `Mottagaren svarade med cXML-status ${status}${text === '' ? '' : ` (${text})`}.`,
  NO_CXML: ({ status }) => `Mottagaren svarade ${status}, men inte med ett cXML-svar.`,
  SMTP_REPLY: ({ status, text }) => `E-postservern svarade ${status}${text === '' ? '' : ` (${text})`}.`,
  SMTP_LOGIN: () => 'E-postservern godtog inte vårt användarnamn och lösenord.',
  SMTP_NO_TLS: () => 'E-postservern erbjuder inte TLS, vilket SMTP_STARTTLS kräver.',
  MAIL_UNSET: () => 'Ingen e-postserver är konfigurerad (SMTP_URL).',
  CONNECTION_REFUSED: () => 'Mottagaren vägrade anslutningen.',
  CONNECTION_CLOSED: () => 'Mottagaren stängde anslutningen.',
  NAME_UNKNOWN: () => 'Mottagarens namn finns inte i DNS.',
  DNS_AWAY: () => 'DNS kunde inte tillfrågas.',
  UNREACHABLE: () => 'Mottagaren kunde inte nås i tid.',
  NO_ANSWER: ({ seconds }) => `Mottagaren svarade inte ${seconds === undefined ? 'i tid' : `inom ${seconds} s`}.`,
  ANSWER_UNFINISHED: () => 'Mottagaren blev inte klar med sitt svar i tid.',
  CERTIFICATE_EXPIRED: () => 'Mottagarens certifikat har gått ut.',
  CERTIFICATE_SELF_SIGNED: () => 'Mottagarens certifikat är signerat av sig självt.',
  CERTIFICATE_UNTRUSTED: () => 'Mottagarens certifikat kommer från en okänd utfärdare.',
  CERTIFICATE_INCOMPLETE: () => 'Mottagarens certifikatkedja är ofullständig.',
  CERTIFICATE_OTHER_NAME: () => 'Mottagarens certifikat gäller ett annat namn.',
  CONNECTION_FAILED: ({ error }) => `Anslutningen misslyckades (${error}).`,
  NO_ATTEMPT: () => 'Inget försök kunde slutföras.',
};
