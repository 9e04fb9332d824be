import type { EntityManager } from '@mikro-orm/postgresql';
import type { KeyRing } from '../platform/keyRing.ts';
import { orderFormats, type agreementSchema } from './agreement.ts';
import type { z } from 'zod';
import { addIncoming, cxmlUser, setOutgoing } from './credentials.ts';
import { statusFormats } from './intake.ts';
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
  /** Logins of the demo purchasing system: in a browser's form, and as cXML Sender. */
  readonly punchOutSecrets: { readonly form: string; readonly cxml: string };
}

interface DemoPartner {
  readonly name: string;
  readonly addresses: Readonly<Record<Mode, DemoAddress>>;
  readonly settings: z.input<typeof agreementSchema>;
}

/** Names in cXML of the demo purchasing system and of the demo shop. */
export const demoBuyer = { domain: 'DUNS', identity: '999999930' };
export const demoSupplier = { domain: 'DUNS', identity: '999999901' };

const RECEIVER = 'receiver';
const BY = 'demo';

/** One that takes every order format and is answered at once when all is clean, one whose answers wait for a person; their customers are in shop/demo. */
const demoPartners: readonly DemoPartner[] = [
  {
    name: 'Lindströms Mekaniska',
    addresses: { production: 'lindstroms', test: 'lindstroms-test' },
    settings: {
      formats: [...orderFormats],
      intake: { statuses: [...statusFormats] },
      customers: ['K1003'],
      answers: { acceptance: 'whenClean', changesAllowed: true },
      punchOut: {
        oci: { parameters: { userId: 'USERID', search: 'SEARCH', product: 'PRODUCT' } },
        cxml: { from: [demoBuyer], to: [demoSupplier] },
        peppol: {},
        plainHttp: true,
        customer: { default: 'K1003' },
      },
    },
  },
  {
    name: 'Björkviks kommun',
    addresses: { production: 'bjorkvik', test: 'bjorkvik-test' },
    settings: {
      customers: ['K1001'],
      answers: { acceptance: 'afterPerson' },
      punchOut: {
        peppol: {},
        plainHttp: true,
        continueLabel: { sv: 'Till inköpssystemet', en: 'To the purchasing system' },
        promiseDays: 60,
      },
    },
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
        const { form, cxml } = options.punchOutSecrets;
        await addIncoming(tx, keyRing, { ...of, name: 'login form', kind: 'form', user: address, secret: form });
        await addIncoming(tx, keyRing, { ...of, name: 'cXML', kind: 'cxml', user: cxmlUser(demoBuyer), secret: cxml });
        await saveAgreement(tx, { ...of, settings: settingsOf(demo, mode, options) });
      }
    });
  }
}

/** Answers and catalogues go to the demo receiver, carts to the demo purchasing system beside it. */
function settingsOf({ settings, addresses }: DemoPartner, mode: Mode, { receiverUrl }: DemoPartnerOptions) {
  const url = `${receiverUrl}/${addresses[mode]}`;
  const receiver = { url, authentication: 'bearer', credential: RECEIVER } as const;
  return {
    ...settings,
    mode,
    orderResponses: receiver,
    addresses: { catalogue: receiver },
    punchOut: { ...settings.punchOut, returnHosts: [new URL(receiverUrl).host] },
  };
}
