/** An agreement from what a partner has sent once: what is taken from where, and what nobody can know from it. Pure. */
import type { ShopKnowledge } from './ask.ts';
import { readOciCall, readPeppolLogin } from './call.ts';
import { readCxmlOrder, readSetupRequest } from './cxml.ts';
import { Findings, type SampleProblem, type SampleReading } from './reading.ts';
import type { Sample } from './sample.ts';
import { readUblOrder } from './ubl.ts';

/**
 * Reads a sample that was parsed.
 * Secrets of the sample are in nothing that is returned: the settings name hosts, names and identities, the notes where a secret stood.
 */
export function readSample(sample: Exclude<Sample, SampleProblem>, knowledge: ShopKnowledge): SampleReading {
  const findings = new Findings();
  const reading = { taken: findings.taken, notes: findings.notes };
  if (sample.kind === 'ociCall' || sample.kind === 'peppolLogin') {
    const read = sample.kind === 'ociCall' ? readOciCall : readPeppolLogin;
    return {
      kind: sample.kind,
      mode: 'production',
      credential: read(findings, sample.parameters, knowledge),
      ...reading,
    };
  }
  const found = namedBy(sample, knowledge);
  const name = found === undefined ? {} : { name: found };
  if (sample.kind === 'ublOrder') {
    const credential = readUblOrder(findings, sample, knowledge);
    return { kind: 'order', format: sample.order.header.format, mode: 'production', ...name, credential, ...reading };
  }
  const mode = sample.document.deploymentMode;
  if (sample.kind === 'setupRequest') {
    return {
      kind: 'setupRequest',
      mode,
      ...name,
      credential: readSetupRequest(findings, sample, knowledge),
      ...reading,
    };
  }
  const credential = readCxmlOrder(findings, sample, knowledge);
  return { kind: 'order', format: 'cxml-order-request', mode, ...name, credential, ...reading };
}

/** What the buyer is called: as the shop knows it, else as the sample says it. */
function namedBy(sample: Exclude<Sample, SampleProblem>, { customer }: ShopKnowledge): string | undefined {
  if (customer.outcome === 'found') return customer.customer.name;
  if (sample.kind !== 'ublOrder' && sample.kind !== 'cxmlOrder') return undefined;
  const { name, legalName } = sample.order.header.buyer;
  return name ?? legalName;
}
