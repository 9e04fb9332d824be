import { beforeAll, describe, expect, test } from 'vitest';
import { claimProbe, countFailure, noteSuccess } from '../../../../documents/deliveryBreakers.ts';
import { holdDelivery } from '../../../../documents/deliveryPauses.ts';
import { findOutbound, recordAttempt } from '../../../../documents/outbound.ts';
import { timelineRow } from '../../../../documents/timeline.ts';
import { startConsole, type Console, type ConsoleClient } from '../../../kit/console.ts';
import { partnerNamed, written, type TestPartner } from '../documents/kit.ts';

let console_: Console;
let reader: ConsoleClient;
let operator: ConsoleClient;
let swede: ConsoleClient;
let partner: TestPartner;

beforeAll(async () => {
  console_ = await startConsole();
  reader = await console_.signIn('reader');
  operator = await console_.signIn('operator');
  swede = await console_.signIn('operator', 'sv');
  partner = await partnerNamed(database(), 'Åkerns inköp');
  return console_.api.close;
});

const database = () => console_.api.database;

/** A document whose receiver was asked once. */
async function attempted(to: TestPartner, number: string, outcome: 'failed' | 'refused'): Promise<string> {
  const id = await written(database(), to, { number });
  const fault = { code: 'ANSWERED', status: 503 } as const;
  const error = 'The receiver answered 503.';
  const nextAttemptAt = new Date(Date.now() + 60_000);
  const about = { outboundDocumentId: id };
  const told =
    outcome === 'failed'
      ? timelineRow('delivery.failed', { attempt: 1, error, fault, nextAttemptAt: nextAttemptAt.toISOString() }, about)
      : timelineRow('delivery.refused', { attempt: 1, error, fault }, about);
  const attempt = { number: 1, startedAt: new Date(), milliseconds: 5, outcome, httpStatus: 503, error };
  await recordAttempt(database().em(), id, { ...attempt, ...(outcome === 'failed' && { nextAttemptAt }) }, [told]);
  return id;
}

describe('deliveries', () => {
  test('say that everything has arrived', async () => {
    const { html } = await reader.get('/deliveries');
    expect(html).toContain('Nothing is to be sent, and nothing is paused.');
    expect(html).toContain('Every document has arrived.');
    expect(html).not.toContain('Send many again');
  });

  test('are counted by partner, with the last error in the words of the reader', async () => {
    await attempted(partner, 'F-1', 'failed');
    await attempted(partner, 'R-1', 'refused');
    await written(database(), partner, { number: 'W-1' });
    const { html } = await swede.get('/deliveries');
    const row = /<tr data-row>\s*<th[^>]*><span><a href="\/admin\/deliveries\/partners[\s\S]*?<\/tr>/.exec(html)![0];
    const cells = [...row.matchAll(/data-label="([^"]*)"><span>([\s\S]*?)<\/span><\/t[dh]>/g)].map(
      ([, column, cell]) => [column, cell!.replaceAll(/<[^>]*>/g, '').trim()],
    );
    expect(Object.fromEntries(cells)).toMatchObject({
      'Ska skickas': '2',
      'Varav försökta förgäves': '1',
      'Senaste fel': 'Mottagaren svarade 503.',
      'Inte levererade, 30 dagar': '1',
    });
    expect(html).toContain('Misslyckas');
  });

  test('that did not arrive are listed by how they stand', async () => {
    const numbers = async (query: string) => {
      const { html } = await reader.get(`/deliveries?${query}`);
      return [...html.matchAll(/\/admin\/documents\/out\/[\w-]+">([^<]*)<\/a>/g)].map(([, number]) => number);
    };
    expect(await numbers('')).toEqual(['R-1', 'F-1']);
    expect(await numbers('kind=waiting')).toEqual(['W-1']);
    expect(await numbers('kind=refusedByReceiver')).toEqual(['R-1']);
    expect(await numbers(`kind=failing&partner=${partner.id}`)).toEqual(['F-1']);
    expect(await numbers('kind=invented&after=nonsense')).toEqual(['R-1', 'F-1']);
  });
});

describe('deliveries to one partner', () => {
  test('are paused with a reason, and opened again; both stand in the audit trail', async () => {
    const path = `/deliveries/partners/${partner.id}`;
    expect((await reader.get(path)).html).not.toContain('Pause deliveries');
    expect((await reader.post(`${path}/pause`)).status).toBe(403);
    const paused = await operator.post(`${path}/pause`, { reason: 'Servern <flyttas>' });
    expect(paused.location).toBe(`/admin${path}`);
    const id = await written(database(), partner, { number: 'H-1' });
    await holdDelivery(database().em(), (await findOutbound(database().em(), id))!);
    const { html } = await operator.get(path);
    expect(html).toContain('Deliveries to Åkerns inköp are paused.');
    expect(html).toContain('Servern &lt;flyttas&gt;');
    expect(html).toContain('1 document waits and is sent then');
    expect((await reader.get('/deliveries?kind=held')).html).toContain('H-1');
    expect((await reader.get(`/documents/out/${id}`)).html).toContain('Held back');
    const refused = await operator.post(`/documents/out/${id}/send`, { back: '/deliveries' });
    expect(refused.location).toBe('/admin/deliveries');
    expect((await operator.get('/deliveries')).html).toContain('open them first');
    await operator.post(`${path}/open`);
    expect((await operator.get(path)).html).toContain('are open.');
    const changes = await database()
      .em()
      .getConnection()
      .execute("select action, actor from audit_entry where action like 'deliveries.%' order by id");
    expect(changes).toEqual([
      { action: 'deliveries.paused', actor: operator.name },
      { action: 'deliveries.opened', actor: operator.name },
    ]);
  });

  test('say that an address does not answer, when it is tried, and let an operator try at once', async () => {
    const away = await partnerNamed(database(), 'Stängda porten');
    const path = `/deliveries/partners/${away.id}`;
    const key = { partnerId: away.id, mode: 'production', address: 'orderResponses' } as const;
    const failure = { agreementVersion: 1, fault: { code: 'CONNECTION_REFUSED' } as const, limit: 2, pause: 600_000 };
    for (const isOpen of [false, true]) {
      expect(await countFailure(database().em(), key, { ...failure, isProbe: false })).toMatchObject({ isOpen });
    }
    expect((await swede.get('/deliveries')).html).toContain('Svarar inte');
    const { html } = await swede.get(path);
    expect(html).toContain('Svar: mottagaren har inte svarat sedan');
    expect(html).toContain('Mottagaren vägrade anslutningen.');
    expect((await reader.get(path)).html).not.toContain('Try now');
    expect((await reader.post(`${path}/try`)).status).toBe(403);
    expect(await claimProbe(database().em(), key, 1_000)).toBeUndefined();
    await operator.post(`${path}/try`);
    expect((await operator.get(path)).html).toContain('It is tried now.');
    expect(await claimProbe(database().em(), key, 1_000)).toBe(1);
    expect(await claimProbe(database().em(), key, 1_000)).toBeUndefined();
    expect(await noteSuccess(database().em(), key)).toBe(true);
    expect((await reader.get('/deliveries')).html).toContain('Catching up');
    expect((await reader.get(path)).html).toContain('much is to be sent');
    await operator.post(`${path}/try`);
    expect((await operator.get(path)).html).toContain('Every receiver of the partner answers');
  });

  test('of nobody are a page that says so', async () => {
    expect((await reader.get('/deliveries/partners/019ab3f0-7c1e-7d52-9a55-2f1f0c6f0a11')).status).toBe(404);
  });
});

describe('many that are sent again', () => {
  test('are begun by the form, which keeps what was typed where it is wrong', async () => {
    const wrong = await operator.post('/deliveries/runs', { perMinute: '0,5', state: '' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('Give a whole number from 1 to 600.');
    expect(wrong.html).toContain('Choose at least one kind of documents.');
    expect(wrong.html).toContain('value="0,5"');
    expect((await reader.post('/deliveries/runs')).status).toBe(403);
  });

  test('show how far they are and what became of each, and are stopped', async () => {
    const form = new URLSearchParams({ perMinute: '60', partner: partner.id });
    for (const state of ['refusedByReceiver', 'ready']) form.append('state', state);
    const begun = await operator.post('/deliveries/runs', form);
    expect(begun.status).toBe(303);
    const path = begun.location!.replace('/admin', '');
    const { html } = await reader.get(path);
    expect(html).toContain('Many sent again to Åkerns inköp');
    expect(html).toContain('max="2" value="0"');
    expect(html).toContain('60 documents a minute');
    expect(html).toContain('hx-get');
    expect(html).toContain('Its turn is to come');
    await operator.post(`${path}/stop`);
    const stopped = await operator.get(path);
    expect(stopped.html).toContain('It was stopped.');
    expect(stopped.html).not.toContain('hx-get');
    expect((await reader.get('/deliveries')).html).toContain('0 of 2');
  });

  test('are not begun where nothing waits', async () => {
    const begun = await operator.post('/deliveries/runs', { perMinute: '60', state: 'gaveUp' });
    expect(begun.location).toBe('/admin/deliveries');
    expect((await operator.get('/deliveries')).html).toContain('No document waits to be sent again.');
  });
});
