import type { IntakeCheck } from '../../../documents/refusedRequest.entity.ts';
import type { CredentialFault } from '../../../partners/credentialFault.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import type { Visit } from '../visit.ts';

/** What a rehearsal looks at, one after the other. */
export type RehearsedCheck =
  | 'partner'
  | 'credentials'
  | 'enabled'
  | 'paused'
  | 'content'
  | 'protocol'
  | 'from'
  | 'to'
  | 'sender'
  | 'format'
  | 'returnAddress'
  | 'customer';

/** One check and what came of it. */
export interface RehearsedStep {
  readonly check: RehearsedCheck;
  /** What was seen, without secrets; empty where there is nothing to show. */
  readonly seen: string;
  readonly failure?: {
    /** As the entrance would keep it. */
    readonly check: IntakeCheck;
    readonly error: RoundtripError;
    readonly credentialFault?: CredentialFault;
  };
}

/** Notes what came of each check, and goes on. */
export class Rehearsal {
  readonly steps: RehearsedStep[] = [];
  /** What the functions of the entrance write their check into. */
  readonly visit: Pick<Visit, 'check'> = { check: 'partner' };

  /** Runs one check of the entrance. @returns undefined where it failed */
  async try<T>(check: RehearsedCheck, seen: string, work: () => T | Promise<T>): Promise<T | undefined> {
    try {
      const result = await work();
      this.steps.push({ check, seen });
      return result;
    } catch (error) {
      if (!(error instanceof RoundtripError)) throw error;
      this.fail(check, seen, error);
      return undefined;
    }
  }

  fail(check: RehearsedCheck, seen: string, error: RoundtripError, credentialFault?: CredentialFault): void {
    const failure = { check: this.visit.check, error, ...(credentialFault && { credentialFault }) };
    this.steps.push({ check, seen, failure });
  }
}
