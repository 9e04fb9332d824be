import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { BUYER } from '../../bench/articles.ts';
import { catalogueAnswers } from '../../documents/catalogueAnswers.ts';
import { numberOf, type CatalogueExport } from '../../documents/catalogueExport.entity.ts';
import { beginExport, decideExport, differences, exportStart, readExport } from '../../documents/catalogueExports.ts';
import { findOutbound } from '../../documents/outbound.ts';
import { readTimeline } from '../../documents/timeline.ts';
import { parseContentType } from '../../formats/mime/contentType.ts';
import { parseMultipart } from '../../formats/mime/multipart.parse.ts';
import { DocumentValidator } from '../../formats/validate.ts';
import { setOutgoing } from '../../partners/credentials.ts';
import { KeyRing } from '../../platform/keyRing.ts';
import { exportCatalogueId } from '../../workflows/ids.ts';
import { applicationResponse } from '../formats/ubl/applicationResponses.ts';
import { ARTICLES, TestEngine, until, type TestPartner } from './engine.ts';

let house: TestEngine;
beforeAll(async () => {
  house = await TestEngine.start();
  const db = house.database.em().getKysely();
  await sql`update shop set peppol_id = '0007:5599001236'`.execute(db);
  await givePeppolId();
  return house.close;
});

async function givePeppolId(): Promise<void> {
  await sql`insert into customer_identity (customer_id, kind, scheme, value)
    select id, 'peppol', '0007', '2220007773' from customer`.execute(house.database.em().getKysely());
}

async function buyer(catalogue: object): Promise<TestPartner> {
  const { url } = house.receiver;
  return house.partner({
    customers: [BUYER.customerNumber],
    punchOut: {},
    addresses: { catalogue: { url, timeoutSeconds: 5 } },
    catalogue,
  });
}

async function begin({ id }: TestPartner): Promise<CatalogueExport> {
  const em = house.database.em();
  const run = await beginExport(em, { partnerId: id, mode: 'production', by: 'Anna' }, new Date());
  await house.engine.startExport(await exportStart(em, run));
  return run;
}

async function ended({ id, code }: CatalogueExport): Promise<CatalogueExport> {
  await house.engine.client.workflow.getHandle(exportCatalogueId(code, id)).result();
  return readExport(house.database.em(), id);
}

async function received(number: string): Promise<string> {
  return until(async () => house.receiver.received.find(({ body }) => body.includes(number))?.body);
}

function isRight(text: string): boolean {
  const validator = new DocumentValidator({ core: false });
  validator.write(Buffer.from(text));
  return validator.finish().valid;
}

test('a catalogue is delivered, and the next one tells what has changed when a person has looked at it', async () => {
  const partner = await buyer({ content: 'changes', approval: 'person' });
  const first = await begin(partner);
  await until(async () => (await readExport(house.database.em(), first.id)).state === 'waiting' || undefined);
  await decideExport(house.database.em(), first.id, { send: true, by: 'Bo' });
  await house.engine.tellExportDecided(first);
  expect(await ended(first)).toMatchObject({
    state: 'done',
    items: ARTICLES,
    leftOut: 0,
    added: ARTICLES,
    decidedBy: 'Bo',
  });
  const whole = await received(first.id.slice(-6));
  expect(isRight(whole)).toBe(true);
  expect(whole).toContain('<cbc:ActionCode>Replace</cbc:ActionCode>');
  expect(whole.match(/<cac:CatalogueLine>/g)).toHaveLength(ARTICLES);
  await until(async () => (await stateOf(first)) === 'delivered' || undefined);
  const told = await readTimeline(house.database.em(), { outboundDocumentId: first.outboundDocumentId });
  expect(told.map(({ code }) => code)).toEqual(['catalogue.written', 'delivery.delivered']);

  const db = house.database.em().getKysely();
  await sql`update product set name = '{"sv": "Häftapparat"}' where article_number = 'BA-0000003'`.execute(db);
  await sql`update product set status = 'withdrawn' where article_number = 'BA-0000007'`.execute(db);
  const second = await begin(partner);
  await until(async () => (await readExport(house.database.em(), second.id)).state === 'waiting' || undefined);
  const changed = await differences(house.database.em(), await readExport(house.database.em(), second.id), {
    limit: 10,
  });
  expect(changed.map(({ articleNumber, is }) => [articleNumber, is?.name])).toEqual([
    ['BA-0000003', 'Häftapparat'],
    ['BA-0000007', undefined],
  ]);
  await decideExport(house.database.em(), second.id, { send: true, by: 'Bo' });
  await house.engine.tellExportDecided(second);
  expect(await ended(second)).toMatchObject({ state: 'done', added: 0, changed: 1, removed: 1 });
  const changes = await received(second.id.slice(-6));
  expect(isRight(changes)).toBe(true);
  expect(changes.match(/<cbc:ActionCode>\w+/g)).toEqual([
    ...['<cbc:ActionCode>Update', '<cbc:ActionCode>Update', '<cbc:ActionCode>Delete'],
  ]);
});

test('the partner answers a catalogue: taken, or refused with the reason, which calls a person', async () => {
  const partner = await buyer({ response: 'expected' });
  const sent = await ended(await begin(partner));
  const { id } = sent;
  const number = numberOf(sent);
  const catalogue = await received(number);
  expect(catalogue).toContain('>urn:fdc:peppol.eu:poacc:bis:catalogue_only:3<');
  const format = 'peppol-3-catalogue-response';
  const says = async (about: string, code: string, text?: string) => {
    const xml = applicationResponse({ format, about, code, ...(text !== undefined && { text }) });
    const document = await house.receive(partner, xml, { format });
    return (await house.result(partner, document)).outcome;
  };
  const em = house.database.em();
  const answer = async () => (await catalogueAnswers(em, [sent.outboundDocumentId])).get(sent.outboundDocumentId);
  expect(await answer()).toBeUndefined();
  expect(await says(number, 'AP')).toBe('recorded');
  expect(await answer()).toMatchObject({ format, standing: 'accepted', reasons: [] });
  await until(async () => (await stateOf(sent)) === 'delivered' || undefined);

  expect(await says(number, 'RE', 'Priset på BA-0000001 är för högt')).toBe('recorded');
  expect(await answer()).toMatchObject({ standing: 'refused', text: 'Priset på BA-0000001 är för högt' });
  expect(await stateOf(sent)).toBe('refusedByReceiver');
  expect(house.logged).toContainEqual(expect.objectContaining({ alert: 'delivery', about: sent.outboundDocumentId }));
  expect(await says(`${number}-9`, 'RE')).toBe('recorded');
  expect(house.logged).toContainEqual(expect.objectContaining({ alert: 'status', about: `${number}-9` }));
  expect((await readExport(em, id)).state).toBe('done');
});

async function stateOf({ outboundDocumentId }: CatalogueExport): Promise<string | undefined> {
  return (await findOutbound(house.database.em(), outboundDocumentId))?.state;
}

test('an Index goes as the attachment of a request, which its cXML answer takes or refuses', async () => {
  const names = { from: [{ domain: 'DUNS', identity: '999999930' }], to: [{ domain: 'DUNS', identity: '350000001' }] };
  const { url } = house.receiver;
  const partner = await house.partner({
    customers: [BUYER.customerNumber],
    punchOut: { cxml: names },
    cxml: { credential: 'hub' },
    addresses: { catalogue: { url, timeoutSeconds: 5 } },
    catalogue: { formats: ['cxml-index'], uploadRequest: true },
  });
  const em = house.database.em();
  const of = { partnerId: partner.id, mode: 'production', name: 'hub', by: 'test' } as const;
  await setOutgoing(em, new KeyRing([Buffer.from(house.secretKeys, 'base64')]), {
    ...of,
    kind: 'cxml',
    user: 'DUNS/350000001',
    secret: 'hemligt å',
  });
  const says = (code: number) => ({
    status: 200,
    headers: { 'content-type': 'text/xml' },
    body: `<cXML payloadID="a@b" timestamp="2026-11-26T08:00:00+01:00"><Response><Status code="${code}" text="Svar"/></Response></cXML>`,
  });
  const before = house.receiver.received.length;
  // The hub has a catalogue of that name already.
  house.receiver.willAnswer(says(465), says(201), says(464));
  const first = await ended(await begin(partner));
  await until(async () => (await stateOf(first)) === 'delivered' || undefined);
  const [asNew, asUpdate] = house.receiver.received.slice(before);
  expect(asNew!.body).toContain('operation="new"');
  const { root, parts } = parseMultipart(
    Buffer.from(asUpdate!.body),
    parseContentType(String(asUpdate!.headers['content-type']))!,
  );
  const request = Buffer.from(root.bytes).toString();
  expect(request).toContain('operation="update"');
  expect(request).toContain('<SharedSecret>hemligt å</SharedSecret>');
  expect(
    Buffer.from(parts[1]!.bytes)
      .toString()
      .match(/<IndexItem>/g),
  ).toHaveLength(first.items);
  expect((await findOutbound(em, first.outboundDocumentId))?.sha256).toBe(
    createHash('sha256').update(parts[1]!.bytes).digest('hex'),
  );

  const second = await ended(await begin(partner));
  await until(async () => (await stateOf(second)) === 'refusedByReceiver' || undefined);
  expect(house.receiver.received.at(-1)!.body).toContain('operation="update"');
});

test('one without a customer is refused; while one is under way another is not begun', async () => {
  const partner = await house.partner({ catalogue: { formats: ['csv'] } });
  const run = await begin(partner);
  await expect(begin(partner)).rejects.toMatchObject({ type: 'Conflict' });
  expect(await ended(run)).toMatchObject({ state: 'refused', refusal: { code: 'noPunchOut' } });
});

test('a catalogue that breaks official rules is refused with the reason, and nothing is sent', async () => {
  const partner = await buyer({});
  const db = house.database.em().getKysely();
  await sql`delete from customer_identity`.execute(db);
  const run = await begin(partner);
  expect(await ended(run)).toMatchObject({ state: 'refused', refusal: { code: 'rules' } });
  const { rows } = await sql`select from document_chunk where document_id = ${run.outboundDocumentId}`.execute(db);
  expect(rows).toHaveLength(0);
  expect(house.logged).toContainEqual(expect.objectContaining({ alert: 'catalogue' }));
});
