import { createHmac } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MikroORM } from '@mikro-orm/postgresql';
import { cxmlUser } from '../partners/credentials.ts';
import { demoAddresses, demoBuyer, seedDemoPartners, type DemoAddress } from '../partners/demo.ts';
import { createApiKey } from '../platform/access.ts';
import type { KeyRing } from '../platform/keyRing.ts';
import { seedDemo } from '../shop/demo/seed.ts';
import { keptSecret } from './settings.ts';

export interface DemoOptions {
  readonly dataDir: string;
  readonly publicUrl: string;
  /** Where the demo receiver listens, without a slash at the end. */
  readonly receiverUrl: string;
}

/** A secret of the demo, by what it is for; the same after every restart. */
export function demoSecret(dataDir: string, of: DemoAddress | 'receiver' | 'form' | 'cxml' | 'buyer'): string {
  return createHmac('sha256', keptSecret(dataDir, 'demo-secret')).update(of).digest('base64url').slice(0, 32);
}

/**
 * Demo shop, demo partners, an API key, and the file that tells their secrets to the owner of the data folder alone.
 * Once only: whoever changes or removes something of the demo does not get it back at the next start.
 * @returns the path of the file with the keys
 */
export async function seedDemoInstallation(orm: MikroORM, keyRing: KeyRing, options: DemoOptions): Promise<string> {
  const file = join(options.dataDir, 'demo-keys.txt');
  if (existsSync(file)) return file;
  const em = orm.em.fork();
  await seedDemo(em);
  const secrets = Object.fromEntries(
    demoAddresses.map((address) => [address, demoSecret(options.dataDir, address)]),
  ) as Record<DemoAddress, string>;
  await seedDemoPartners(em, keyRing, {
    receiverUrl: options.receiverUrl,
    receiverSecret: demoSecret(options.dataDir, 'receiver'),
    secrets,
    punchOutSecrets: { form: demoSecret(options.dataDir, 'form'), cxml: demoSecret(options.dataDir, 'cxml') },
  });
  const { key } = await createApiKey(em, keyRing, { name: 'demo', scopes: ['admin'], createdBy: 'roundtrip start' });
  writeFileSync(file, keyFile(options, secrets, key), { mode: 0o600 });
  return file;
}

/** Address of the demo purchasing system: its pages hold logins, so that nobody else must find them. */
export function demoBuyerUrl(dataDir: string, receiverUrl: string): string {
  return `${receiverUrl}/buyer/${demoSecret(dataDir, 'buyer')}`;
}

function keyFile(
  { dataDir, publicUrl, receiverUrl }: DemoOptions,
  secrets: Readonly<Record<DemoAddress, string>>,
  apiKey: string,
): string {
  const partners = demoAddresses.map(
    (address) => `${address.toUpperCase().replaceAll('-', '_')}='${address}:${secrets[address]}'`,
  );
  return `# Keys of the demo, for its owner alone. In a shell: . ${join(dataDir, 'demo-keys.txt')}
# REST: curl --header "Authorization: Bearer $API_KEY" ${publicUrl}/api/v1/orders
API_KEY='${apiKey}'
# Demo partners, as user:secret. The address is ${publicUrl}/punchin/ and the user.
${partners.join('\n')}
# A purchasing system to punch out from: open this address in a browser.
BUYER_URL='${demoBuyerUrl(dataDir, receiverUrl)}'
# Its logins: user:secret of the form, domain/identity and SharedSecret of the cXML Sender. The addresses are ${publicUrl}/punchout/lindstroms, and /punchin/lindstroms for orders in cXML
LINDSTROMS_FORM='lindstroms:${demoSecret(dataDir, 'form')}'
LINDSTROMS_CXML='${cxmlUser(demoBuyer)} ${demoSecret(dataDir, 'cxml')}'
`;
}
