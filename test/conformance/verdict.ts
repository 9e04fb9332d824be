import { readOciReturn } from '../../formats/oci/form.read.ts';
import { DocumentValidator } from '../../formats/validate.ts';
import { pageInputs } from '../formats/oci/kit.ts';
import { readTree } from '../formats/kit.ts';
import { judgeTestSet } from '../formats/ubl/rules/kit/testSet.ts';
import { listed, type Sample } from './samples.ts';

/** What we say of a sample without any system. */
export interface Verdict {
  readonly format: string;
  readonly says: string;
  /** Undefined for what is no single document: nothing to compare or send. */
  readonly valid?: boolean;
}

/** As `roundtrip validate` says it; official test sets case by case, carts in OCI as a purchasing system reads them. */
export function verdictOf({ name, bytes }: Sample): Verdict {
  if (name.startsWith('oci/')) return ociVerdict(name, bytes.toString('utf8'));
  if (name.includes('-testsets/') || name.includes('/testsets/')) return testSetVerdict(bytes);
  const validator = new DocumentValidator();
  validator.write(bytes);
  const { format = 'unknown', valid, findings } = validator.finish();
  const [fatal, others] = [idsOf('fatal'), idsOf('warning')];
  if (!valid) return { format, valid, says: `fatal: ${listed(fatal)}` };
  return { format, valid, says: others.length === 0 ? 'valid' : `valid, warns: ${listed(others)}` };

  function idsOf(severity: string): string[] {
    return findings.filter((each) => each.severity === severity).map(({ id }) => id);
  }
}

function testSetVerdict(bytes: Uint8Array): Verdict {
  const { format, count, failed } = judgeTestSet(readTree(bytes));
  if (!format) return { format: 'test set of EHF', says: 'Norwegian rules: not ours' };
  return { format: `test set of ${format}`, says: `${count - failed.length} of ${count} cases as expected` };
}

function ociVerdict(name: string, text: string): Verdict {
  if (!name.endsWith('.html')) return { format: 'OCI calls', says: 'see docs/punchout.md' };
  const { items, findings } = readOciReturn(pageInputs(text));
  const fatal = findings.filter(({ severity }) => severity === 'fatal').map(({ id }) => id);
  const lines = items.length === 1 ? '1 line' : `${items.length} lines`;
  return { format: 'OCI form', says: fatal.length === 0 ? `read: ${lines}` : `fatal: ${listed(fatal)}` };
}
