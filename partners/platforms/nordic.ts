/** Systems of Nordic buyers about which little is published: standard forms, and nothing taken for certain. */
import type { CartProtocol } from '../mapping/schema.ts';
import type { PlatformId } from './ids.ts';
import { assumed, template, type Fact, type Platform } from './platform.ts';

function standard(
  id: PlatformId,
  name: string,
  protocols: readonly CartProtocol[],
  source: string,
  ...notes: readonly Fact<string>[]
): Platform {
  const suggested = Object.fromEntries(protocols.map((protocol) => [protocol, {}]));
  return { id, name, protocols: assumed(protocols, source), suggested, mapping: template(), facts: {}, notes };
}

export const proceedo = standard(
  'proceedo',
  'Visma Proceedo',
  ['oci', 'peppol'],
  'OCI 9, Visma',
  assumed('The form for suppliers names punch-out and no protocol: ask which one.', 'OCI 9, Visma'),
  assumed(
    'Other products of Visma use OCI, with one login for each environment, administration and address.',
    'OCI 9, Visma',
  ),
);
export const basware = standard('basware', 'Basware', ['cxml', 'oci'], 'nothing published was found');
export const raindance = standard('raindance', 'Raindance', ['oci', 'peppol'], 'nothing published was found');
export const unit4 = standard('unit4', 'Unit4', ['oci'], 'OCI 9, Unit4');
