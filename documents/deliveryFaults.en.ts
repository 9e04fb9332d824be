import { megabytes, type DeliverySentences } from './deliveryFaults.ts';

/** English. */
export const englishDelivery: DeliverySentences = {
  ADDRESS_PRIVATE: ({ address }) => `Nothing was sent: the address ${address} is not a public one.`,
  CREDENTIAL_MISSING: ({ name }) => `Nothing was sent: the credential ${name} of the agreement is not there.`,
  ADDRESS_MISSING: () => 'Nothing was sent: the agreement names no address any more.',
  ANSWERED: ({ status }) => `The receiver answered ${status}.`,
  CXML_STATUS: ({ status, text }) =>
    `The receiver answered with cXML status ${status}${text === '' ? '' : ` (${text})`}.`,
  NO_CXML: ({ status }) => `The receiver answered ${status}, but with no cXML response.`,
  SMTP_REPLY: ({ status, text }) => `The mail server answered ${status}${text === '' ? '' : ` (${text})`}.`,
  SMTP_LOGIN: () => 'The mail server did not take our user name and password.',
  SMTP_NO_TLS: () => 'The mail server offers no TLS, which SMTP_STARTTLS asks for.',
  MAIL_UNSET: () => 'No mail server is configured (SMTP_URL).',
  MAILBOX_LOGIN: () => 'The mailbox did not take our user name and password.',
  MAILBOX_NO_TLS: () => 'The mailbox offers no TLS, which IMAP_STARTTLS asks for.',
  MAILBOX_MISSING: ({ folder }) => `The mailbox has no folder ${folder} that we may open. IMAP_URL names it.`,
  MAILBOX_FOLDER: ({ folder }) => `The folder ${folder} of the mailbox could not be made.`,
  MAIL_TOO_LARGE: ({ size, most }) =>
    `Nothing was sent: the document has ${megabytes(size)} MB, and a mail carries ${megabytes(most)} MB.`,
  ACCESS_POINT_ANSWERED: ({ status, text }) => `The access point answered ${status} (${text}).`,
  ACCESS_POINT_UNSET: () => 'Nothing was sent: neither the agreement nor ACCESS_POINT_URL names an access point.',
  NOT_ENVELOPED: () => 'Nothing was sent: the document has no Peppol envelope (SBDH), which an access point needs.',
  CONNECTION_REFUSED: () => 'The receiver refused the connection.',
  CONNECTION_CLOSED: () => 'The receiver closed the connection.',
  NAME_UNKNOWN: () => "The receiver's name is not known in DNS.",
  DNS_AWAY: () => 'DNS could not be asked.',
  UNREACHABLE: () => 'The receiver could not be reached in time.',
  NO_ANSWER: ({ seconds }) =>
    `The receiver did not answer ${seconds === undefined ? 'in time' : `within ${seconds} s`}.`,
  ANSWER_UNFINISHED: () => 'The receiver did not finish its answer in time.',
  CERTIFICATE_EXPIRED: () => "The receiver's certificate has expired.",
  CERTIFICATE_SELF_SIGNED: () => "The receiver's certificate is signed by itself.",
  CERTIFICATE_UNTRUSTED: () => "The receiver's certificate comes from an unknown authority.",
  CERTIFICATE_INCOMPLETE: () => "The receiver's certificate chain is incomplete.",
  CERTIFICATE_OTHER_NAME: () => "The receiver's certificate is for another name.",
  CLIENT_CERTIFICATE_REFUSED: () => 'The receiver asks for a client certificate, or does not take ours.',
  CLIENT_CERTIFICATE_EXPIRED: ({ name }) => `Nothing was sent: our client certificate ${name} has expired.`,
  HOST_KEY_CHANGED: ({ found }) =>
    `The server shows another key than the agreed one (${found}): nothing was shown to it.`,
  LOGIN_REFUSED: () => 'The server does not take our user name with its password or key.',
  FOLDER_MISSING: ({ path }) => `The folder ${path} is not there.`,
  FOLDER_DENIED: ({ path }) => `The folder ${path} may not be used.`,
  DISK_FULL: () => 'There is no room for files on the receiving side.',
  SPOOL_FULL: () => 'There is no room for long documents in Roundtrip’s own data folder.',
  CONNECTION_FAILED: ({ error }) => `The connection failed (${error}).`,
  NO_ATTEMPT: () => 'No attempt could be finished.',
};
