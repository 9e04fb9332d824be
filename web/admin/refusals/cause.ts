import type { IntakeCheck } from '../../../documents/refusedRequest.entity.ts';
import type { CredentialFault } from '../../../partners/credentialFault.ts';
import type { ErrorDetail, ErrorType } from '../../../platform/errors.ts';

/** What was wrong with a request, as a person asks for it. */
export type RefusalCause =
  | Exclude<IntakeCheck, 'credentials' | 'sender' | 'enabled' | 'body'>
  | `credentials.${CredentialFault | 'unknown'}`
  | 'enabled'
  | 'testMode'
  | 'from'
  | 'to'
  | 'sender'
  | 'format'
  | 'body';

/** What is known of a refusal. */
export interface RefusalFacts {
  readonly check: IntakeCheck;
  readonly error: ErrorType | undefined;
  readonly credentialFault: CredentialFault | undefined;
  readonly details: readonly ErrorDetail[];
}

/** The check that failed, taken apart where it looks at several things. */
export function causeOf({ check, error, credentialFault, details }: RefusalFacts): RefusalCause {
  if (check === 'credentials') return `credentials.${credentialFault ?? 'unknown'}`;
  if (check === 'sender') return senderCause(details);
  if (check === 'body') return error === 'DocumentUnsupported' ? 'format' : 'body';
  // A test document at the production address of a partner without test agreement.
  return check === 'enabled' && error === 'AccessDenied' ? 'testMode' : check;
}

function senderCause([detail]: readonly ErrorDetail[]): RefusalCause {
  if (detail?.element === 'Header/From/Credential') return 'from';
  return detail?.element === 'Header/To/Credential' ? 'to' : 'sender';
}
