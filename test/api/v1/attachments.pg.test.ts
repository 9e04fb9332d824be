import { beforeAll, describe, expect, it } from 'vitest';
import { addIncoming, cxmlUser } from '../../../partners/credentials.ts';
import { cxmlOrder } from '../punchin/cxmlOrder.ts';
import { startIntake, type TestIntake, type TestPartner } from '../punchin/intake.ts';

const BUYER = { domain: 'NetworkID', identity: 'AN-1' };
const TYPE = 'multipart/related; boundary="grans"; type="text/xml"; start="<order@kund.example>"';

let intake: TestIntake;
let partner: TestPartner;
beforeAll(async () => {
  intake = await startIntake();
  const settings = { formats: ['cxml-order-request'], cxml: { from: [BUYER], to: [] } };
  partner = await intake.partner({ settings });
  const given = { partnerId: partner.id, mode: 'production', name: 'cXML', kind: 'cxml', by: 'test' } as const;
  const secret = { user: cxmlUser(BUYER), secret: 'hemligt' };
  await addIncoming(intake.api.database.em(), intake.api.deps.keyRing, { ...given, ...secret });
  return intake.close;
});

/** An order that names a drawing; with the part of that Content-ID beside it. */
async function post(contentId: string, number: string): Promise<string> {
  const attachment =
    '<Comments xml:lang="sv">Se ritningen<Attachment><URL>cid:ritning%231@kund.example</URL></Attachment></Comments>';
  const xml = cxmlOrder({ from: BUYER, to: BUYER, secret: 'hemligt', number }).replace(
    '</BillTo>',
    `</BillTo>${attachment}`,
  );
  const base64 = Buffer.from('Åtta hål').toString('base64');
  const parts = [
    `Content-Type: text/xml; charset=UTF-8\r\nContent-ID: <order@kund.example>\r\n\r\n${xml}`,
    `Content-Type: application/pdf\r\nContent-ID: <${contentId}>\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="ritning.pdf"\r\n\r\n${base64}`,
  ];
  const body = `${parts.map((part) => `--grans\r\n${part}\r\n`).join('')}--grans--\r\n`;
  const response = await fetch(intake.api.url + partner.path, {
    method: 'POST',
    headers: { 'content-type': TYPE },
    body,
  });
  return response.text();
}

const idOf = async (number: string): Promise<string> =>
  (await intake.rows<{ id: string }>('select id from inbound_document where number = ?', number))[0]!.id;

describe('a file that came with an order', () => {
  it('is listed and handed out', async () => {
    expect(await post('ritning#1@kund.example', 'B-1')).toContain('code="200"');
    const path = `/documents/in/${await idOf('B-1')}/attachments`;
    expect((await intake.api.call('GET', path)).body).toEqual({
      items: [
        {
          number: 1,
          name: 'ritning.pdf',
          contentId: 'ritning#1@kund.example',
          contentType: 'application/pdf',
          size: Buffer.byteLength('Åtta hål'),
        },
      ],
    });
    const { body, headers } = await intake.api.call('GET', `${path}/1/bytes`);
    expect(body).toBe('Åtta hål');
    expect(headers.get('content-disposition')).toBe('attachment; filename="ritning.pdf"');
    expect((await intake.api.call('GET', `${path}/2/bytes`)).status).toBe(404);
    expect((await intake.api.call('GET', `${path}/0/bytes`)).status).toBe(422);
  });

  it('must be there when the order names it', async () => {
    const answer = await post('annan@kund.example', 'B-2');
    expect(answer).toContain('code="400"');
    expect(answer).toContain('cid:ritning#1@kund.example');
    expect(await intake.rows('select state from inbound_document where number = ?', 'B-2')).toEqual([
      { state: 'refused' },
    ]);
  });
});

it('a document that came alone has none', async () => {
  const xml = cxmlOrder({ from: BUYER, to: BUYER, secret: 'hemligt', number: 'B-3' });
  await fetch(intake.api.url + partner.path, { method: 'POST', headers: { 'content-type': 'text/xml' }, body: xml });
  expect((await intake.api.call('GET', `/documents/in/${await idOf('B-3')}/attachments`)).body).toEqual({ items: [] });
});
