import { beforeAll, describe, expect, it } from 'vitest';
import { purgeRefusedRequests } from '../../../documents/refusedRequests.ts';
import { basic, startIntake, type TestIntake } from './intake.ts';

let intake: TestIntake;
beforeAll(async () => {
  intake = await startIntake();
  return intake.close;
});

describe('refused requests', () => {
  it('hold no secret that anybody showed, in any place', async () => {
    const partner = await intake.partner();
    const guess = 'a-guessed-secret-XYZ';
    const xml = `<cXML><Header><SharedSecret>${guess}</SharedSecret></Header><Password type="x">hunter22</Password>${partner.secret}`;
    const attempts: Record<string, string>[] = [
      {
        authorization: basic('someone', guess),
        'x-password': guess,
        cookie: `session=${guess}`,
        'user-agent': `agent ${guess}`,
      },
      { authorization: partner.authorization, 'content-encoding': 'gzip' },
      { authorization: partner.authorization, 'x-api-key': partner.secret },
    ];
    for (const headers of attempts) {
      await intake.call(`${partner.path}?token=${guess}`, {
        method: 'POST',
        headers: { 'content-type': 'application/xml', ...headers },
        body: xml,
      });
    }
    const rows = await intake.rows(
      'select r::text as row from refused_request r union all select d::text from inbound_document d union all select t::text from timeline_entry t',
    );
    const all = JSON.stringify(rows) + JSON.stringify(intake.api.logged);
    for (const secret of [
      guess,
      partner.secret,
      'hunter22',
      basic('someone', guess).slice(6),
      partner.authorization.slice(6),
    ]) {
      expect(all.includes(secret), secret).toBe(false);
    }
    const [kept] = await intake.rows("select * from refused_request where claimed_user = 'someone'");
    expect(kept).toMatchObject({
      failed_check: 'credentials',
      headers: { authorization: '***', cookie: '***', 'x-password': '***', 'user-agent': 'agent ***' },
    });
    const [body] = await intake.rows(
      "select body from refused_request where partner_id = ? and failed_check = 'body'",
      partner.id,
    );
    expect(body?.['body']).toContain('<SharedSecret>***</SharedSecret></Header><Password type="x">***');
  });

  it('are forgotten after 30 days', async () => {
    const [{ n }] = (await intake.rows<{ n: number }>('select count(*)::int as n from refused_request')) as [
      { n: number },
    ];
    expect(n).toBeGreaterThan(2);
    await intake.rows("update refused_request set at = now() - interval '31 days' where failed_check = 'credentials'");
    const purged = await purgeRefusedRequests(intake.api.database.em());
    expect(purged).toBeGreaterThan(0);
    expect(await intake.rows('select count(*)::int as n from refused_request')).toEqual([{ n: n - purged }]);
  });
});
