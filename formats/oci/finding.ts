import type { Finding } from '../document/finding.ts';
import { shown } from '../document/shown.ts';

/** One thing that is wrong, or noteworthy, in a call or a form. Ids begin with `OCI-`. It carries no secret. */
export interface OciFinding extends Pick<Finding, 'id' | 'severity' | 'text' | 'found' | 'expected'> {
  /** Name of the parameter or input. */
  readonly element: string;
}

const LONGEST = 200;

/** A finding whose values are bounded and may be shown. */
export function ociFinding(finding: OciFinding): OciFinding {
  const { element, found, ...rest } = finding;
  return {
    ...rest,
    element: shown(element, LONGEST),
    ...(found !== undefined && found !== '' && { found: shown(found, LONGEST) }),
  };
}
