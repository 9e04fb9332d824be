import { beforeAll, describe, expect, test } from 'vitest';
import { deliverOrder } from '../../documents/tellBuyer.ts';
import { listNotices } from '../../notices/notices.ts';
import { deliverySchema } from '../../shop/delivery.ts';
import { MailServer } from '../kit/mailServer.ts';
import { TestEngine, until } from '../workflows/engine.ts';
import { clean } from '../workflows/orders.ts';

let server: MailServer;
let house: TestEngine;

beforeAll(async () => {
  server = await MailServer.start();
  house = await TestEngine.start({
    SMTP_URL: server.url,
    SMTP_STARTTLS: 'no',
    MAIL_FROM: 'order@shop.example.com',
    SWEEP_INTERVAL: '200ms',
  });
  return async () => {
    await house.close();
    await server.close();
  };
});

/** An order in a process without answers: order only (BIS 3A). */
function orderOnly(number: string): string {
  return clean(number)
    .replace(
      /<cbc:CustomizationID>[^<]*/,
      '<cbc:CustomizationID>urn:www.cenbii.eu:transaction:biitrns001:ver2.0:extended:urn:www.peppol.eu:bis:peppol3a:ver2.0',
    )
    .replace(/<cbc:ProfileID>[^<]*/, '<cbc:ProfileID>urn:www.cenbii.eu:profile:bii03:ver2.0');
}

const mailed = (subject: RegExp) => until(async () => server.mails.find((mail) => subject.test(mail.subject ?? '')));

describe('a customer whose process has no answers', () => {
  test('gets the confirmation of a clean order by mail, and what has left', async () => {
    const partner = await house.partner({
      formats: ['peppol-3a-order'],
      mail: { confirmations: 'whenClean', deliveries: true, to: 'inkop@sjostad.example.com' },
    });
    const id = await house.receive(partner, orderOnly('ÅÄÖ-1'), { number: 'ÅÄÖ-1', format: 'peppol-3a-order' });
    expect(await house.result(partner, id)).toMatchObject({ outcome: 'placed' });
    const confirmation = await mailed(/^Order ÅÄÖ-1 är bekräftad$/);
    expect(confirmation.text).toContain('Vi godtar er order ÅÄÖ-1 som beställd.');
    expect(confirmation.text).toMatch(/Rad: 1\n {2}Artikel: /);
    expect(confirmation.html).toContain('<th scope="col"');

    const teller = { orderId: id, actor: 'operator: Anna', now: new Date() };
    await house.decide(id, { kind: 'accept', lines: [] });
    await until(async () => ((await house.told(id)).includes('order.status') ? true : undefined));
    const sent = { trackingId: 'SPÅR-9', lines: [{ position: 1, quantity: '1' }] };
    await deliverOrder(house.database.em(), teller, deliverySchema.parse(sent));
    const delivery = await mailed(/^Order ÅÄÖ-1: varorna är på väg$/);
    expect(delivery.text).toContain('Sändningsnummer: SPÅR-9');
    const found = await listNotices(house.database.em(), { order: id, limit: 10 });
    expect(found.map(({ kind }) => kind)).toEqual(['delivery', 'confirmation']);
  });

  test('gets nothing where the agreement does not say so', async () => {
    const partner = await house.partner({ formats: ['peppol-3a-order'] });
    const id = await house.receive(partner, orderOnly('B-2'), { number: 'B-2', format: 'peppol-3a-order' });
    expect(await house.result(partner, id)).toMatchObject({ outcome: 'placed' });
    expect(await listNotices(house.database.em(), { order: id, limit: 10 })).toEqual([]);
  });

  test('is told in vain where nobody has an address: the notice says so', async () => {
    const partner = await house.partner({ formats: ['peppol-3a-order'], mail: { confirmations: 'whenClean' } });
    const xml = orderOnly('C-3').replaceAll(/<cbc:ElectronicMail>[^<]*<\/cbc:ElectronicMail>/g, '');
    const id = await house.receive(partner, xml, { number: 'C-3', format: 'peppol-3a-order' });
    await house.result(partner, id);
    const [notice] = await listNotices(house.database.em(), { order: id, limit: 10 });
    expect(notice).toMatchObject({
      state: 'refused',
      lastError: 'Neither agreement, order nor customer has a mail address.',
    });
  });
});
