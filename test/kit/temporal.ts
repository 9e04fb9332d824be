import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { prepareNamespace } from '../../platform/engineNamespace.ts';

export interface TestTemporal {
  /** host:port */
  readonly address: string;
  /** Prepared with our search attributes, used by nobody else. */
  readonly namespace: string;
}

/** A namespace of its own on the run's Temporal server, for `*.e2e.test.ts`. */
export async function testTemporal(): Promise<TestTemporal> {
  const address = inject('temporalAddress');
  const namespace = `test-${randomBytes(6).toString('hex')}`;
  await prepareNamespace({ address }, namespace);
  return { address, namespace };
}
