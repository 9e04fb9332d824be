import ssh2 from 'ssh2';
import { beforeAll, describe, expect, it } from 'vitest';
import { noteFetch } from '../../../../documents/fetchedAnswers.ts';
import { goLiveList } from '../../../../documents/goLive.ts';
import { setInboundState } from '../../../../documents/inbound.ts';
import { addIncoming, noteUse, setOutgoing } from '../../../../partners/credentials.ts';
import { createPartner, findAgreement, findAtAddress, saveAgreement } from '../../../../partners/partners.ts';
import { startConsole, type Console, type ConsoleClient } from '../../../kit/console.ts';
import { answer, placed, received } from '../../../kit/placed.ts';
import { login, openStorefront } from '../../../kit/storefront.ts';
import { orderLine } from '../../../shop/lines.ts';

let console: Console;
let anna: ConsoleClient;
let id: string;
beforeAll(async () => {
  console = await startConsole();
  anna = await console.signIn('reader');
  await openStorefront(console.api.database);
  id = (await findAtAddress(em(), 'akern'))!.id;
  return console.api.close;
});

const em = () => console.api.database.em();
const secret = 'a-secret-nobody-sees';

async function seen(): Promise<string[]> {
  const { settings } = await findAgreement(em(), id, 'production');
  const states = await goLiveList(em(), { partnerId: id, mode: 'production', agreement: settings });
  return states.filter(({ evidence }) => evidence !== undefined).map(({ point }) => point);
}

describe('the go-live list', () => {
  it('asks for what the agreement opens, and turns green with what comes', async () => {
    const { html } = await anna.get(`/partners/${id}/go-live`);
    expect(html).toContain('A buyer came in by OCI');
    expect(html).not.toContain('A buyer came in by cXML');
    expect(html).toContain('0 of 6 points');
    expect(await seen()).toEqual([]);
    const credential = {
      partnerId: id,
      mode: 'production',
      name: 'orders',
      kind: 'basic',
      user: 'akern',
      secret,
    } as const;
    await noteUse(em(), await addIncoming(em(), console.api.deps.keyRing, { ...credential, by: 'test' }), new Date());
    await login(console.api.database);
    expect(await seen()).toEqual(['secret', 'loginOci']);
    const order = await placed(em(), { partnerId: id, lines: [orderLine({ position: 1, id: '1' })] });
    const kept = await answer(em(), id, order, 'kept');
    await noteFetch(em(), { id: kept, number: 'SVAR/1', inboundDocumentId: order });
    const again = await received(em(), id);
    await setInboundState(em(), again, ['received'], 'duplicate', { duplicateOf: order });
    expect(await seen()).toEqual(['secret', 'loginOci', 'order', 'duplicate', 'answerFetched']);
    const shown = await anna.get(`/partners/${id}/go-live`);
    expect(shown.html).toContain('5 of 6 points');
    expect(shown.html).toContain(`/admin/documents/in/${order}`);
    expect((await anna.get('/partners?q=akern')).html).toMatch(/Åkerns inköp.*<time datetime="20/s);
  });
});

describe('the access sheet', () => {
  it('tells addresses, names and examples in both languages, and no secret', async () => {
    const swedish = await anna.get(`/partners/${id}/access-sheet?language=sv`);
    expect(swedish.html).toMatch(/<article class="sheet" lang="sv">/);
    expect(swedish.html).toContain('Kundvagnar går tillbaka till');
    expect(swedish.html).toContain('/punchin/akern</code>');
    expect(swedish.html).toContain('inkop.example.com');
    expect(swedish.html).toContain('När en person har beslutat');
    const english = await anna.get(`/partners/${id}/access-sheet?language=en`);
    expect(english.html).toContain('curl -u &#39;akern:SECRET&#39;');
    for (const { html } of [swedish, english]) expect(html).not.toContain(secret);
  });

  it('tells how documents come and leave by files, mail and Peppol, with our public key and without the private one', async () => {
    const keys = ssh2.utils.generateKeyPairSync('ed25519');
    const hubId = await createPartner(em(), {
      name: 'Accesspunkten Åkerö',
      kind: 'hub',
      addresses: { production: 'ap' },
    });
    const partnerId = await createPartner(em(), { name: 'Älvs', hubId, addresses: { production: 'alvs' } });
    const of = { partnerId, mode: 'production', by: 'test' } as const;
    await setOutgoing(em(), console.api.deps.keyRing, { ...of, name: 'filer', kind: 'bearer', secret: keys.private });
    const hostKey = `SHA256:${'A'.repeat(43)}`;
    const server = { host: 'filer.alvs.example', port: 2222, user: 'nordverkstad', credential: 'filer', hostKey };
    const settings = {
      pickups: [{ kind: 'sftp', ...server, folder: '/till-er', whole: 'renamed', receipts: true }],
      intake: { mail: { senders: ['@alvs.example'] } },
      orderResponses: { kind: 'sftp', ...server, folder: '/från-er' },
      addresses: { delivery: { kind: 'mail', mailTo: 'leverans@alvs.example' }, status: { kind: 'peppol' } },
      envelope: {
        kind: 'sbdh',
        shop: { scheme: '0007', id: '5599001236' },
        partner: { scheme: '0007', id: '5560001111' },
      },
    };
    await saveAgreement(em(), { ...of, settings });
    const { html } = await anna.get(`/partners/${partnerId}/access-sheet?language=sv`);
    const publicKey = keys.public.split(' ').slice(0, 2).join(' ');
    for (const told of [
      ...['Filer till oss: /till-er', 'sftp://filer.alvs.example:2222', hostKey, 'nordverkstad', 'receipts: '],
      ...['med 30 sekunder emellan', 'Filer från oss: /från-er', 'Skriv +alvs före dess @', '@alvs.example'],
      ...['leverans@alvs.example', '0007:5560001111', '0007:5599001236', '/punchin/hub/ap</code>', publicKey],
    ])
      expect(html).toContain(told);
    expect(html).not.toContain(keys.private.split('\n')[3]);
  });

  it('says where nothing is agreed', async () => {
    const admin = await console.signIn('administrator');
    const made = await admin.post('/partners/new', { name: 'Ny' });
    const path = made.location!.replace(/^\/admin|\/agreements\/test$/g, '');
    expect((await anna.get(`${path}/access-sheet`)).html).toContain('No agreement is in force yet');
    expect((await anna.get(`${path}/go-live`)).html).toContain('none in force');
  });
});

describe('the pages of a partner', () => {
  it.each(['', '/agreements/production', '/go-live'])('at “%s” link to pages that are there', async (page) => {
    const admin = await console.signIn('administrator');
    const { html } = await admin.get(`/partners/${id}${page}`);
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
    const links = [...main.matchAll(/<a[^>]* href="\/admin([^"#]*)"/g)].map(([, path]) =>
      path!.replaceAll('&amp;', '&'),
    );
    const statuses = await Promise.all([...new Set(links)].map(async (path) => [path, (await admin.get(path)).status]));
    expect(statuses.filter(([, status]) => status !== 200)).toEqual([]);
  });
});
