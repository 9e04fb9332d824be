import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseCxml, type CxmlDocument } from '../../../formats/cxml/envelope.parse.ts';
import { parsePunchOutSetupRequest } from '../../../formats/cxml/punchOutSetupRequest.parse.ts';
import { decodeParameters } from '../../../formats/oci/parameters.ts';
import { addIncoming, cxmlUser } from '../../../partners/credentials.ts';
import { createPartner, saveAgreement } from '../../../partners/partners.ts';
import type { TestApi } from '../../kit/api.ts';
import { cxmlSamples, SAMPLES } from '../../formats/cxml/kit.ts';
import { hasSamples, sample } from '../../formats/oci/kit.ts';
import { call, latestSession, startDoor } from './door.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startDoor();
  return api.close;
});

let partners = 0;

/** A partner for one sample: its From, its Sender with its secret, the host that it returns to. @returns the address */
async function partnerFor({ header, content }: CxmlDocument, returnTo: string | undefined): Promise<string> {
  const em = api.database.em();
  const code = `sample${(partners += 1)}`;
  const partnerId = await createPartner(em, { name: code, addresses: { production: code } });
  const of = { partnerId, mode: 'production' as const, by: 'test' };
  const [sender] = header?.sender ?? [];
  if (sender?.sharedSecret) {
    const secret = sender.sharedSecret.reveal();
    await addIncoming(em, api.deps.keyRing, { ...of, name: 'cxml', kind: 'cxml', user: cxmlUser(sender), secret });
  }
  const from = (header?.from ?? []).map(({ domain, identity }) => ({
    domain: domain || '-',
    identity: identity || '-',
  }));
  const host = URL.parse(returnTo ?? '')?.hostname;
  const punchOut = {
    cxml: { from: from.length > 0 ? from : [{ domain: '-', identity: content?.name ?? '-' }] },
    ...{ plainHttp: true, returnHosts: host ? [host.toLowerCase()] : [], customer: { default: 'K1003' } },
  };
  await saveAgreement(em, { ...of, settings: { punchOut } });
  return code;
}

async function post(code: string, body: Uint8Array): Promise<number> {
  const answer = await call(api, code, { method: 'POST', headers: { 'content-type': 'text/xml' }, body });
  expect(answer.status).toBe(200);
  return parseCxml(Buffer.from(answer.text)).status?.code ?? 0;
}

const names = cxmlSamples();
if (names.length === 0)
  console.log('../shared/data/cxml/samples is absent: no samples of other systems are sent in here.');
else {
  describe('cXML documents of other systems, sent to the door', () => {
    it.each(names)('%s is answered in cXML as the digest says', async (name) => {
      const bytes = readFileSync(join(SAMPLES, name));
      const document = parseCxml(bytes);
      const isSetup = document.kind === 'request' && document.name === 'PunchOutSetupRequest';
      const request = isSetup ? parsePunchOutSetupRequest(document) : undefined;
      const code = await post(await partnerFor(document, request?.browserFormPost), bytes);
      if (document.kind === 'other') return expect([400, 406]).toContain(code);
      if (document.header === undefined) return expect(code).toBe(400);
      if (document.header.sender.every(({ sharedSecret }) => sharedSecret === undefined)) return expect(code).toBe(401);
      if (document.kind !== 'request') return expect(code).toBe(450);
      if (document.name === 'ProfileRequest') return expect(code).toBe(200);
      if (!request) return expect(code).toBe(450);
      // Without an address the cart could not come back.
      if (!URL.parse(request.browserFormPost ?? '')?.hostname) return expect(code).toBe(400);
      // Articles of other shops: their earlier carts cannot be rebuilt here.
      const isLost = request.items.length > 0 && request.operation !== 'create';
      expect(code).toBe(isLost ? 412 : 200);
    });
  });
}

if (!hasSamples) console.log('../shared/data/oci/samples is absent: no calls of other systems are sent in here.');
else {
  describe('OCI calls of other systems, sent to the door', () => {
    const examples = sample('requests/callup-examples.txt')
      .split('\n')
      .filter((line) => /HOOK_?URL=/i.test(line))
      .map((line) => line.slice(line.indexOf(line.startsWith('POST') ? '|' : '?') + 1).trim());

    it.each(examples.map((text, index): [number, string] => [index + 1, text]))(
      'call %i begins a session',
      async (index, text) => {
        const parameters = decodeParameters(Buffer.from(text, 'latin1'));
        const named = (pattern: RegExp) => parameters.find(([name]) => pattern.test(name)) ?? ['-', ''];
        const [[user, userName], [password, secret]] = [named(/^(~?user(name)?|name)$/i), named(/pass|^pw$/i)];
        const [hook, address] = named(/^hook_?url$/i);
        const em = api.database.em();
        const code = `oci${index}`;
        const partnerId = await createPartner(em, { name: code, addresses: { production: code } });
        const of = { partnerId, mode: 'production' as const, by: 'test' };
        await addIncoming(em, api.deps.keyRing, { ...of, name: 'form', kind: 'form', user: userName, secret });
        const hosts = [URL.parse(address)?.hostname ?? ''].filter((host) => host !== '');
        const punchOut = {
          oci: { parameters: { user, password, hook }, sapEvent: true },
          ...{ plainHttp: true, returnHosts: hosts, customer: { default: 'K1003' } },
        };
        await saveAgreement(em, { ...of, settings: { punchOut } });
        const answer = await call(api, `${code}?${text}`, { method: 'GET' });
        expect([200, 303], answer.text).toContain(answer.status);
        expect(await latestSession(api)).toMatchObject({ partner_code: code });
      },
    );

    it('there are some', () => expect(examples.length).toBeGreaterThan(3));
  });
}
