import { beforeAll, describe, expect, test } from 'vitest';
import { findOutbound } from '../../documents/outbound.ts';
import type { OutboundDocument } from '../../documents/outbound.entity.ts';
import { readTimeline } from '../../documents/timeline.ts';
import { v7 } from 'uuid';
import { applicationResponse } from '../formats/ubl/applicationResponses.ts';
import { TestEngine, type TestPartner } from './engine.ts';
import { clean } from './orders.ts';

let house: TestEngine;
beforeAll(async () => {
  house = await TestEngine.start();
  return house.close;
});

let serial = 0;
const settings: Parameters<TestEngine['partner']>[0] = {
  answers: { acceptance: 'whenClean' },
  intake: { statuses: ['peppol-3-mlr', 'peppol-mls', 'cxml-status-update-request'] },
};

/** An order response that was delivered. */
async function delivered(): Promise<{ readonly partner: TestPartner; readonly sent: OutboundDocument }> {
  const partner = await house.partner(settings);
  const number = `S-${(serial += 1)}`;
  const order = await house.receive(partner, clean(number), { number });
  const { outboundDocumentId } = await house.result(partner, order);
  return { partner, sent: await house.answerIs(outboundDocumentId, 'delivered') };
}

async function told(about: { readonly inboundDocumentId: string } | { readonly outboundDocumentId: string }) {
  return (await readTimeline(house.database.em(), about)).map(({ code, facts }) => ({ code, facts }));
}

const stateOf = async ({ id }: OutboundDocument): Promise<string | undefined> =>
  (await findOutbound(house.database.em(), id))?.state;

const outcomeOf = async (partner: TestPartner, id: string): Promise<string> =>
  (await house.result(partner, id)).outcome;

describe('a message level response', () => {
  test('that refuses what was delivered calls a person, once', async () => {
    const { partner, sent } = await delivered();
    const refusal = applicationResponse({
      about: sent.number,
      code: 'RE',
      text: 'Avvisat: kan inte läsas',
      reason: 'BV',
    });
    const id = await house.receive(partner, refusal, { format: 'peppol-3-mlr' });
    expect(await outcomeOf(partner, id)).toBe('recorded');
    expect(await house.document(id)).toMatchObject({ state: 'recorded', orderId: null });
    expect(await findOutbound(house.database.em(), sent.id)).toMatchObject({
      state: 'refusedByReceiver',
      lastError: 'Avvisat: kan inte läsas',
    });
    expect((await told({ outboundDocumentId: sent.id })).at(-1)).toMatchObject({
      code: 'status.received',
      facts: { standing: 'refused', reasons: [{ code: 'BV', text: 'Numret är okänt' }] },
    });
    expect(house.logged).toContainEqual(expect.objectContaining({ alert: 'delivery', about: sent.id }));

    const again = await house.receive(partner, refusal.replace('\n  <cac:Doc', '\n\n  <cac:Doc'), {
      format: 'peppol-3-mlr',
    });
    expect(await outcomeOf(partner, again)).toBe('duplicate');
    expect(await house.document(again)).toMatchObject({ duplicateOf: id });
    const codes = (await told({ outboundDocumentId: sent.id })).map(({ code }) => code);
    expect(codes.filter((code) => code === 'status.received')).toHaveLength(1);
  });

  test('in an envelope that came before with other content is a conflict; a bare one has no name but its content', async () => {
    const { partner, sent } = await delivered();
    const [yes, no] = ['AP', 'RE'].map((code) => applicationResponse({ about: sent.number, code }));
    const identifier = { scheme: '0007', id: '5560001111' };
    const envelope = { sender: identifier, receiver: identifier, instanceIdentifier: 'mlr-1' };
    const outcomes = [];
    for (const options of [{ envelope }, {}]) {
      for (const xml of [yes!, no!].map((each) => `${each}${' '.repeat('envelope' in options ? 1 : 0)}`)) {
        const id = await house.receive(partner, xml, { format: 'peppol-3-mlr', ...options });
        outcomes.push(await outcomeOf(partner, id));
      }
    }
    expect(outcomes).toEqual(['recorded', 'refused', 'recorded', 'recorded']);
  });

  test('that accepts is a line in the timeline', async () => {
    const { partner, sent } = await delivered();
    const id = await house.receive(partner, applicationResponse({ about: sent.number, code: 'AP' }), {
      format: 'peppol-3-mlr',
    });
    expect(await outcomeOf(partner, id)).toBe('recorded');
    expect(await stateOf(sent)).toBe('delivered');
    expect((await told({ inboundDocumentId: id })).at(-1)).toMatchObject({
      code: 'document.recorded',
      facts: { number: sent.number, standing: 'accepted' },
    });
  });

  test('about a document that nobody has sent is recorded, and a person is called', async () => {
    const [{ partner }, { sent: others }] = [await delivered(), await delivered()];
    const id = await house.receive(partner, applicationResponse({ about: others.number, code: 'RE' }), {
      format: 'peppol-3-mlr',
    });
    expect(await outcomeOf(partner, id)).toBe('recorded');
    expect(await stateOf(others)).toBe('delivered');
    expect((await told({ inboundDocumentId: id })).at(-1)).toMatchObject({
      code: 'document.aboutUnknown',
      facts: { found: 0 },
    });
    expect(house.logged).toContainEqual(expect.objectContaining({ alert: 'status', inboundDocumentId: id }));
  });

  test('that says nothing is refused', async () => {
    const { partner } = await delivered();
    const id = await house.receive(partner, applicationResponse({ about: '', code: 'RE' }), {
      format: 'peppol-3-mlr',
    });
    expect(await outcomeOf(partner, id)).toBe('refused');
    expect((await house.document(id)).error).toMatchObject({ type: 'DocumentInvalid' });
  });
});

test('a message level status names the message', async () => {
  const { partner, sent } = await delivered();
  const about = sent.messageId.replace('urn:uuid:', '');
  const xml = applicationResponse({ format: 'peppol-mls', about, code: 'RE', sender: '123456' });
  const id = await house.receive(partner, xml, { format: 'peppol-mls' });
  expect(await outcomeOf(partner, id)).toBe('recorded');
  expect(await stateOf(sent)).toBe('refusedByReceiver');
});

test('a cXML status update names the payloadID', async () => {
  const { partner, sent } = await delivered();
  const xml = `<cXML payloadID="${v7()}@hub.example" timestamp="2026-11-25T08:00:00+01:00"><Header/><Request><StatusUpdateRequest>
    <DocumentReference payloadID="${sent.number}.${sent.id}@${partner.code}.roundtrip"/>
    <Status code="422" text="Unprocessable">Rad 1 kan inte läsas</Status></StatusUpdateRequest></Request></cXML>`;
  const id = await house.receive(partner, xml, { format: 'cxml-status-update-request' });
  expect(await outcomeOf(partner, id)).toBe('recorded');
  expect(await findOutbound(house.database.em(), sent.id)).toMatchObject({
    state: 'refusedByReceiver',
    lastError: 'Unprocessable: Rad 1 kan inte läsas',
  });
});
