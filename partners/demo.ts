import type { EntityManager } from '@mikro-orm/postgresql';
import type { KeyRing } from '../platform/keyRing.ts';
import type { agreementSchema } from './agreement.ts';
import type { z } from 'zod';
import { addIncoming, setOutgoing } from './credentials.ts';
import type { Mode } from './partner.entity.ts';
import { createPartner, findAtAddress, saveAgreement } from './partners.ts';

/** Addresses of the demo partners; each has a secret of its own, its user name is the address. */
export const demoAddresses = ['lindstroms', 'lindstroms-test', 'bjorkvik', 'bjorkvik-test'] as const;
export type DemoAddress = (typeof demoAddresses)[number];

export interface DemoPartnerOptions {
  /** Where the demo receiver listens, without a slash at the end; order responses of a partner go to `<receiverUrl>/<address>`. */
  readonly receiverUrl: string;
  readonly secrets: Readonly<Record<DemoAddress, string>>;
  /** Bearer token that the demo receiver expects. */
  readonly receiverSecret: string;
}

interface DemoPartner {
  readonly name: string;
  readonly addresses: Readonly<Record<Mode, DemoAddress>>;
  readonly settings: z.input<typeof agreementSchema>;
}

const RECEIVER = 'receiver';
const BY = 'demo';

/** One that is answered at once when all is clean, one whose answers wait for a person; their customers are in shop/demo. */
const demoPartners: readonly DemoPartner[] = [
  {
    name: 'Lindströms Mekaniska',
    addresses: { production: 'lindstroms', test: 'lindstroms-test' },
    settings: { customers: ['K1003'], answers: { acceptance: 'whenClean', changesAllowed: true } },
  },
  {
    name: 'Björkviks kommun',
    addresses: { production: 'bjorkvik', test: 'bjorkvik-test' },
    settings: { customers: ['K1001'], answers: { acceptance: 'afterPerson' } },
  },
];

/** Creates the demo partners; those that are there already stay as they are. */
export async function seedDemoPartners(
  em: EntityManager,
  keyRing: KeyRing,
  options: DemoPartnerOptions,
): Promise<void> {
  for (const demo of demoPartners) {
    if ((await findAtAddress(em, demo.addresses.production)) !== undefined) continue;
    await em.transactional(async (tx) => {
      const partnerId = await createPartner(tx, demo);
      for (const mode of ['production', 'test'] as const) {
        const address = demo.addresses[mode];
        const of = { partnerId, mode, by: BY };
        await addIncoming(tx, keyRing, {
          ...of,
          name: 'orders',
          kind: 'basic',
          user: address,
          secret: options.secrets[address],
        });
        await setOutgoing(tx, keyRing, { ...of, name: RECEIVER, kind: 'bearer', secret: options.receiverSecret });
        await saveAgreement(tx, {
          ...of,
          settings: { ...demo.settings, mode, orderResponses: receiver(options, address) },
        });
      }
    });
  }
}

function receiver({ receiverUrl }: DemoPartnerOptions, address: DemoAddress) {
  return { url: `${receiverUrl}/${address}`, authentication: 'bearer', credential: RECEIVER };
}
