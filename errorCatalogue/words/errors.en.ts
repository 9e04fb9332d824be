import type { ErrorType } from '../../platform/errors.ts';
import type { WordsOf } from '../entry.ts';

/** English: what the API and the intake answer. */
export const englishErrors: WordsOf<ErrorType | 'Unexpected'> = {
  DocumentMalformed: {
    meaning: 'The text that was sent cannot be read: it is no XML, JSON, CSV or NDJSON, or it is cut off.',
    cause: 'A program that puts XML together by hand, a wrong character encoding, or a transfer that broke off.',
    example: 'A closing tag does not match the open element (line 27, column 14).',
    remedy: 'Mend what writes the text at the line that is named, and send it again.',
  },
  DocumentInvalid: {
    meaning: 'The document can be read, but breaks rules of its format.',
    cause: 'A value is missing or wrong. The details name each rule with its place.',
    example: 'BII2-T01-R010, line 88: The ordered quantity must be there and not be negative. Found: -2.',
    remedy: 'Look up each rule that is named, mend the values, and send the document again.',
  },
  DocumentUnsupported: {
    meaning: 'The document is of a kind, version or encoding that is not taken at this address.',
    cause: 'Another document type than agreed, a wrong Content-Type, a compressed body, or XML 1.1.',
    example: 'This is no document in a format that is agreed. Found: peppol-3-order. Expected: peppol-28a-order.',
    remedy: 'Send one of the formats that are named, or ask the shop to add the format to the agreement.',
  },
  DocumentTooLarge: {
    meaning: 'There are more bytes, nested elements or attributes than are read.',
    cause: 'A very long order, large attachments, or a loop in the program that writes the document.',
    example: 'The document is larger than agreed. Found: 61000000 bytes. Expected: at most 50000000.',
    remedy: 'Split the document, send attachments another way, or agree on a higher limit with the shop.',
  },
  RequestInvalid: {
    meaning: 'A field of the request is unknown, missing or wrong, or names something that is not there.',
    cause: 'A misspelled field, a value in another form, or an id from another system.',
    example: 'settings.price.tolerancePercent must be a decimal such as 2 or 2.5, not 2,5.',
    remedy: 'Mend each field that the details name, and send the request again.',
  },
  CredentialRejected: {
    meaning: 'User, secret or key is missing, wrong or revoked. Callers are never told which.',
    cause: 'A mistyped secret, one that was revoked, or the test secret at the production address.',
    example: 'User or secret is not right for this address.',
    remedy:
      'Compare address, user and secret with the access sheet. The shop sees under Refused requests which one was wrong.',
  },
  AccessDenied: {
    meaning: 'The caller is known or could be, but this is not allowed to it.',
    cause:
      'A network address that is not agreed, a key without the right, a protocol that is closed, or a return address of a foreign host.',
    example: 'Calls from 192.0.2.10 are not agreed for this address.',
    remedy: 'Ask the administrator of the shop to allow it in the agreement or the key.',
  },
  SenderMismatch: {
    meaning: 'The document names a sender or receiver that the agreement does not name.',
    cause: 'The company was renamed or merged, a group sends for a new company, or From and To carry test names.',
    example: 'From names nobody of this agreement. Element: Header/From/Credential. Found: DUNS/123456789.',
    remedy: 'Send the agreed name, or ask the shop to add the new one to the agreement.',
  },
  PartnerUnknown: {
    meaning: 'No partner has this address, or none of the hub’s partners is the sender.',
    cause: 'A misspelled or an old address, or a partner’s address at a hub.',
    example: 'There is no partner at this address.',
    remedy: 'Compare the address with the access sheet, letter by letter.',
  },
  PartnerDisabled: {
    meaning: 'The partner is switched off, or its address has no agreement yet.',
    cause: 'The shop has ended or not yet begun the connection.',
    example: 'There is no agreement for this address yet.',
    remedy: 'Talk to the shop. Its administrator switches the partner on, or puts an agreement in force.',
  },
  PartnerPaused: {
    meaning: 'The shop has paused reception. Nothing is lost: the sender keeps the document.',
    cause: 'Maintenance, or a fault that the shop wants to look at first.',
    example: 'Reception is paused. Nothing was stored: send the document again later.',
    remedy: 'Send the same document again after the seconds of Retry-After.',
  },
  Maintenance: {
    meaning: 'Roundtrip is being maintained and takes nothing in. Nothing is lost: the sender keeps the document.',
    cause: 'A new release, a move or a repair that the shop has planned.',
    example: 'Roundtrip is being maintained until about 2026-11-26 14:00 UTC. Nothing was stored: send it again later.',
    remedy: 'Send the same document again after the seconds of Retry-After.',
  },
  RequestTimeout: {
    meaning: 'The body of the request did not come in time. Nothing was stored.',
    cause: 'A slow line, a proxy that holds the body back, or a Content-Length that is too large.',
    example: 'The body did not come in time.',
    remedy: 'Send the same document again. If it stays, look at the proxies on the way.',
  },
  RateLimited: {
    meaning: 'There were more requests within a minute than are agreed.',
    cause: 'A mass sending, or a program that repeats a refused request without a pause.',
    example: 'More than 600 requests within a minute are not agreed.',
    remedy: 'Wait for the seconds of Retry-After, or agree on a higher rate.',
  },
  NotFound: {
    meaning: 'There is nothing at this address, or nothing with this id.',
    cause: 'A misspelled address, an id from another installation, or something that was deleted.',
    example: 'There is nothing at /api/v1/order.',
    remedy: 'Check address and id.',
  },
  MethodNotAllowed: {
    meaning: 'The address is right, the verb of HTTP is not.',
    cause: 'An address that wants POST was opened in a browser, or a redirect turned POST into GET.',
    example: 'GET is not possible here; POST is.',
    remedy: 'Use the verb that the header Allow names.',
  },
  Conflict: {
    meaning: 'It does not go together with what is there already.',
    cause:
      'A status that has moved on, a decision that was made before, a taken address, or a message id with other content.',
    example: 'The payloadID came before with other content.',
    remedy: 'Read what is there, and decide again. A message with other content needs an id of its own.',
  },
  Outdated: {
    meaning: 'Somebody else has changed it since it was read. Nothing was overwritten.',
    cause: 'Two people or two programs work on the same thing.',
    example: 'Another version was stored meanwhile; read it and repeat.',
    remedy: 'Read it again, make the change again, and save.',
  },
  SessionExpired: {
    meaning: 'The time of this punchout is up.',
    cause: 'The visit stood still for longer than agreed.',
    example: 'The session has ended.',
    remedy: 'Start again from the purchasing system.',
  },
  SessionClosed: {
    meaning: 'This punchout was ended without a cart.',
    cause: 'The buyer or the shop cancelled the visit.',
    example: 'The session was cancelled.',
    remedy: 'Start again from the purchasing system.',
  },
  StartTokenUsed: {
    meaning: 'The start link was opened before. It is good for one visit.',
    cause: 'The back button, a bookmark, or a program that looks at links before the buyer does.',
    example: 'The start link was used already.',
    remedy: 'Start again from the purchasing system.',
  },
  PartnerRejected: {
    meaning: 'A receiver refused what we sent, and another attempt would change nothing.',
    cause: 'A wrong address or credential of the receiver, or a document that it does not take.',
    example: 'The receiver answered 404.',
    remedy: 'Mend the cause with the partner, then press “Retry now” at the delivery.',
  },
  PartnerThrottled: {
    meaning: 'A receiver asks us to slow down.',
    cause: 'Many documents at once.',
    example: 'The receiver answered 429.',
    remedy: 'Nothing: it is tried again by itself, as late as the receiver says.',
  },
  PartnerUnavailable: {
    meaning: 'A receiver is away or in trouble.',
    cause: 'Maintenance, a network fault, or an overloaded receiver.',
    example: 'The receiver answered 503.',
    remedy: 'Nothing: it is tried again for as many days as agreed. Call the partner if it stays.',
  },
  StoreUnavailable: {
    meaning: 'Our database is away or overloaded. Nothing was stored.',
    cause: 'A restart, a network fault or a full disk on our side.',
    example: 'The database cannot be reached at the moment; try again.',
    remedy: 'Send the same request again after the seconds of Retry-After.',
  },
  EngineUnavailable: {
    meaning: 'The workflow engine is away, and this request needs it.',
    cause: 'A restart or a network fault on our side. Orders are received all the same.',
    example: 'The workflow engine cannot be reached at the moment; try again.',
    remedy: 'Repeat the request after the seconds of Retry-After.',
  },
  Unexpected: {
    meaning: 'A fault of the program. It was logged and counted.',
    cause: 'Something that nobody thought of.',
    example: 'Something went wrong on our side. Quote the reference when you ask for help.',
    remedy: 'Repeat the request; it does nothing twice. If it stays, quote the reference.',
  },
};
