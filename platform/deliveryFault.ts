/**
 * Why an attempt to deliver a document did not arrive: the closed list, each with the values that its sentence names
 * (documents/deliveryFaults.en.ts).
 */
export interface DeliveryFaults {
  /** The address is loopback, private, link-local, multicast, reserved or translated: nothing is sent there. */
  ADDRESS_PRIVATE: { readonly address: string };
  /** The agreement names a credential that is not there, or no address: nothing is sent. */
  CREDENTIAL_MISSING: { readonly name: string };
  ADDRESS_MISSING: Nothing;
  ANSWERED: { readonly status: number };
  /** The Status of a cXML Response: its code, and its text and message. */
  CXML_STATUS: { readonly status: number; readonly text: string };
  /** The answer is no cXML Response; `status` of HTTP. */
  NO_CXML: { readonly status: number };
  /** What a mail server said: the reply code (RFC 5321, 4.2) and its text. */
  SMTP_REPLY: { readonly status: number; readonly text: string };
  /** The mail server takes no user name and password of ours, or offers no TLS where we ask for it. */
  SMTP_LOGIN: Nothing;
  SMTP_NO_TLS: Nothing;
  /** No mail server is configured. */
  MAIL_UNSET: Nothing;
  /** The mailbox takes no user name and password of ours, offers no TLS where we ask for it, or has no such folder that we may open. */
  MAILBOX_LOGIN: Nothing;
  MAILBOX_NO_TLS: Nothing;
  MAILBOX_MISSING: { readonly folder: string };
  /** No folder for what was taken could be made. */
  MAILBOX_FOLDER: { readonly folder: string };
  /** Bytes of the document, and how many a mail may carry. */
  MAIL_TOO_LARGE: { readonly size: number; readonly most: number };
  /** What an access point said: the status of HTTP and its sentence. */
  ACCESS_POINT_ANSWERED: { readonly status: number; readonly text: string };
  /** Neither the agreement nor the installation names one: nothing is sent. */
  ACCESS_POINT_UNSET: Nothing;
  /** A document without envelope cannot go by Peppol. */
  NOT_ENVELOPED: Nothing;
  CONNECTION_REFUSED: Nothing;
  CONNECTION_CLOSED: Nothing;
  NAME_UNKNOWN: Nothing;
  DNS_AWAY: Nothing;
  UNREACHABLE: Nothing;
  NO_ANSWER: { readonly seconds?: number };
  ANSWER_UNFINISHED: Nothing;
  CERTIFICATE_EXPIRED: Nothing;
  CERTIFICATE_SELF_SIGNED: Nothing;
  CERTIFICATE_UNTRUSTED: Nothing;
  CERTIFICATE_INCOMPLETE: Nothing;
  CERTIFICATE_OTHER_NAME: Nothing;
  /** The receiver's TLS asks for a client certificate of ours, or does not take it; or nothing was sent since it has expired. */
  CLIENT_CERTIFICATE_REFUSED: Nothing;
  CLIENT_CERTIFICATE_EXPIRED: { readonly name: string };
  /** A server of files shows another key than the agreed one: nothing was shown to it. `found`: its fingerprint. */
  HOST_KEY_CHANGED: { readonly found: string };
  /** It does not take our user name with password or key. */
  LOGIN_REFUSED: Nothing;
  FOLDER_MISSING: { readonly path: string };
  FOLDER_DENIED: { readonly path: string };
  DISK_FULL: Nothing;
  /** Our own disk: a long document that came cannot be stored. */
  SPOOL_FULL: Nothing;
  /** `error`: the code that Node or the TLS library gives it. */
  CONNECTION_FAILED: { readonly error: string };
  /** The series ended before an attempt did. */
  NO_ATTEMPT: Nothing;
}

/** A fault that needs no values. */
type Nothing = unknown;

export type DeliveryFaultCode = keyof DeliveryFaults;
export type DeliveryFault = {
  [C in DeliveryFaultCode]: { readonly code: C } & DeliveryFaults[C];
}[DeliveryFaultCode];
