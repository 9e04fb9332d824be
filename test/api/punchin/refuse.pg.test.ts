import { beforeAll, describe, expect, it } from 'vitest';
import { addIncoming, revokeCredential } from '../../../partners/credentials.ts';
import { saveAgreement, updatePartner } from '../../../partners/partners.ts';
import { basic, noticed, startIntake, type ErrorAnswer, type TestIntake, type TestPartner } from './intake.ts';
import { order } from './order.ts';

let intake: TestIntake;
beforeAll(async () => {
  intake = await startIntake();
  return intake.close;
});

describe('strangers', () => {
  let partner: TestPartner;
  beforeAll(async () => {
    partner = await intake.partner();
  });

  it.each([
    ['no credentials', () => ({})],
    ['a wrong password', () => ({ authorization: basic(partner.code, 'wrong-password-1') })],
    ['a wrong user', () => ({ authorization: basic('somebody', partner.secret) })],
    ['another scheme', () => ({ authorization: `Bearer ${partner.secret}` })],
    ['an empty password', () => ({ authorization: basic(partner.code, '') })],
  ])('with %s get 401, with both challenges, and are kept without secrets', async (_name, headers) => {
    const answer = await intake.call(partner.path, {
      method: 'POST',
      headers: { ...(headers() as Record<string, string>), 'content-type': 'application/xml' },
      body: order(),
    });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe(
      'Basic realm="roundtrip", charset="UTF-8", Bearer realm="roundtrip"',
    );
    expect(answer.body.error).toMatchObject({
      code: 'CredentialRejected',
      reference: answer.headers.get('x-request-id'),
    });
    expect(await intake.refusal(answer.body.error.reference)).toMatchObject({
      failed_check: 'credentials',
      status: 401,
      partner_id: partner.id,
      path: partner.path,
      body: '',
    });
  });

  it('at an unknown address get 404, whatever they show', async () => {
    for (const path of [
      '/punchin/nobody-here',
      '/punchin/hub/nobody-here',
      '/punchin/hub',
      `/punchin/hub/${partner.code}`,
    ]) {
      const answer = await intake.call(path, {
        method: 'POST',
        headers: { authorization: partner.authorization },
        body: 'x',
      });
      expect(answer.status).toBe(404);
      expect(answer.body.error.code).toBe('PartnerUnknown');
    }
  });

  it('from an address that is not agreed get 403 before their secret is looked at', async () => {
    const far = await intake.partner({ settings: { allowedAddresses: ['192.0.2.0/24', '2001:db8::/32'] } });
    const answer = await intake.post<ErrorAnswer>(far, order());
    expect([answer.status, answer.body.error.code]).toEqual([403, 'AccessDenied']);
    const near = await intake.partner({ settings: { allowedAddresses: ['127.0.0.0/8', '::1/128'] } });
    expect((await intake.post(near, order())).status).toBe(202);
  });

  it('do not fill the database: of one minute and address only the first are kept', async () => {
    const before = await intake.rows<{ n: number }>('select count(*)::int as n from refused_request');
    const attempts = Array.from({ length: 100 }, () => intake.call(partner.path, { method: 'POST', body: 'x' }));
    expect((await Promise.all(attempts)).every(({ status }) => status === 401)).toBe(true);
    const after = await intake.rows<{ n: number }>('select count(*)::int as n from refused_request');
    expect(after[0]!.n - before[0]!.n).toBeLessThanOrEqual(60);
    expect((await intake.post(partner, order({ number: 'all the same' }))).status).toBe(202);
  });
});

describe('a partner', () => {
  it('that is switched off gets 403, a paused one 503 with Retry-After, and nothing is stored', async () => {
    const partner = await intake.partner();
    await updatePartner(intake.api.database.em(), partner.id, { enabled: false });
    const off = await intake.post<ErrorAnswer>(partner, order());
    expect([off.status, off.body.error.code]).toEqual([403, 'PartnerDisabled']);
    await updatePartner(intake.api.database.em(), partner.id, { enabled: true, paused: true });
    await noticed();
    const paused = await intake.post<ErrorAnswer>(partner, order());
    expect([paused.status, paused.body.error.code, paused.headers.get('retry-after')]).toEqual([
      503,
      'PartnerPaused',
      '300',
    ]);
    expect(await intake.rows('select 1 from inbound_document where partner_id = ?', partner.id)).toEqual([]);
    await updatePartner(intake.api.database.em(), partner.id, { paused: false });
    await noticed();
    expect((await intake.post(partner, order())).status).toBe(202);
  });

  it('rotates its secret: two work at once, a revoked one no more within seconds', async () => {
    const partner = await intake.partner();
    const { database, deps } = intake.api;
    const given = {
      partnerId: partner.id,
      mode: 'production',
      name: 'orders',
      kind: 'basic',
      user: partner.code,
      by: 'test',
    } as const;
    await addIncoming(database.em(), deps.keyRing, { ...given, secret: 'the-new-secret' });
    const withNew = { ...partner, authorization: basic(partner.code, 'the-new-secret') };
    expect((await intake.post(partner, order({ number: '1' }))).status).toBe(202);
    expect((await intake.post(withNew, order({ number: '2' }))).status).toBe(202);
    const rows = await intake.rows<{ id: string }>(
      'select id from partner_credential where partner_id = ? order by id',
      partner.id,
    );
    await revokeCredential(database.em(), partner.id, rows[0]!.id);
    await noticed();
    expect((await intake.post(partner, order({ number: '3' }))).status).toBe(401);
    expect((await intake.post(withNew, order({ number: '3' }))).status).toBe(202);
    const used = await intake.rows<{ used: boolean }>(
      'select last_used_at is not null as used from partner_credential where partner_id = ?',
      partner.id,
    );
    expect(used).toEqual([{ used: true }, { used: true }]);
  });

  it('has its rate: beyond it 429 with Retry-After', async () => {
    const partner = await intake.partner({ settings: { limits: { requestsPerMinute: 3 } } });
    const answers = [];
    for (let i = 0; i < 4; i += 1) answers.push(await intake.post<ErrorAnswer>(partner, order({ number: `${i}` })));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 429]);
    expect(Number(answers[3]!.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await intake.refusal(answers[3]!.body.error.reference)).toMatchObject({ failed_check: 'rate', status: 429 });
  });

  it('keeps test and production apart: another secret, another document', async () => {
    const partner = await intake.partner({ mode: 'test' });
    const { body, status } = await intake.post(partner, order());
    expect(status).toBe(202);
    expect(await intake.rows('select mode from inbound_document where id = ?', body.id)).toEqual([{ mode: 'test' }]);
  });
});

describe('a request', () => {
  let partner: TestPartner;
  beforeAll(async () => {
    partner = await intake.partner({ settings: { limits: { bytes: 100_000 } } });
  });

  it.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('by %s gets 405 with Allow', async (method) => {
    const answer = await intake.call(partner.path, { method });
    expect([answer.status, answer.headers.get('allow'), answer.body.error.code]).toEqual([
      405,
      'POST',
      'MethodNotAllowed',
    ]);
  });

  it.each([['text/plain'], ['application/json'], ['multipart/form-data; boundary=x'], ['application/xmlx'], ['']])(
    'with a body of type %j gets 415',
    async (type) => {
      const answer = await intake.post<ErrorAnswer>(partner, new TextEncoder().encode(order()), {
        'content-type': type,
      });
      expect([answer.status, answer.body.error.code]).toEqual([415, 'DocumentUnsupported']);
      expect(answer.body.error.details).toEqual([
        { element: 'Content-Type', found: type, expected: 'application/xml or text/xml' },
      ]);
    },
  );

  it('with a compressed body gets 415, told what is taken', async () => {
    const answer = await intake.post<ErrorAnswer>(partner, 'x', { 'content-encoding': 'gzip' });
    expect([answer.status, answer.headers.get('accept-encoding')]).toEqual([415, 'identity']);
    expect(answer.body.error.details).toEqual([{ element: 'Content-Encoding', found: 'gzip', expected: 'identity' }]);
  });

  it('that is too large gets 413, announced or not, and its head is kept as a refused document', async () => {
    const large = order({ number: 'large', note: 'x'.repeat(150_000) });
    const announced = await intake.post<ErrorAnswer>(partner, large);
    expect([announced.status, announced.body.error.code]).toEqual([413, 'DocumentTooLarge']);
    const streamed = await intake.call(partner.path, {
      method: 'POST',
      body: new Blob([large]).stream(),
      duplex: 'half',
      headers: { authorization: partner.authorization, 'content-type': 'application/xml' },
    });
    expect([streamed.status, streamed.body.error.code]).toEqual([413, 'DocumentTooLarge']);
    const [row] = await intake.rows('select * from inbound_document where id = ?', streamed.body.error.id);
    expect(row).toMatchObject({ state: 'refused', complete: false, error: { type: 'DocumentTooLarge' } });
    expect(await intake.refusal(streamed.body.error.reference)).toMatchObject({
      failed_check: 'size',
      inbound_document_id: streamed.body.error.id,
      body: expect.stringMatching(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<Order /),
    });
  });
});

describe('the state of a document', () => {
  it('is told to its sender only', async () => {
    const [one, two] = [await intake.partner(), await intake.partner()];
    const { body } = await intake.post(one, order({ number: 'mine' }));
    const mine = await intake.state(one, body.id);
    expect(mine.status).toBe(200);
    expect(mine.body).toMatchObject({
      id: body.id,
      state: 'received',
      number: 'mine',
      format: 'peppol-28a-order',
      order: null,
      answers: [],
      problems: [],
      links: { self: body.links.self },
    });
    expect((await intake.state(two, body.id)).status).toBe(404);
    expect((await intake.state(one, 'nonsense')).status).toBe(404);
    expect((await intake.call(`${one.path}/documents/${body.id}`, {})).status).toBe(401);
    expect((await intake.call(`${one.path}/documents/${body.id}`, { method: 'POST' })).headers.get('allow')).toBe(
      'GET',
    );
  });
});

describe('a change of the agreement', () => {
  it('is in force within seconds, and the document keeps the version it came under', async () => {
    const partner = await intake.partner();
    const first = await intake.post(partner, order({ number: 'v1' }));
    await saveAgreement(intake.api.database.em(), {
      partnerId: partner.id,
      mode: 'production',
      settings: { formats: ['peppol-3a-order'] },
      by: 'test',
    });
    await noticed();
    const second = await intake.post<ErrorAnswer>(partner, order({ number: 'v2' }));
    expect([second.status, second.body.error.code]).toEqual([415, 'DocumentUnsupported']);
    const versions = await intake.rows(
      'select agreement_version from inbound_document where id in (?, ?) order by id',
      first.body.id,
      second.body.error.id,
    );
    expect(versions).toEqual([{ agreement_version: 1 }, { agreement_version: 2 }]);
  });
});
