import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeOutbound } from '../../../documents/outbound.ts';
import { findOutbound } from '../../../documents/outbound.ts';
import { applicationResponse } from '../../formats/ubl/applicationResponses.ts';
import { startIntake, type ErrorAnswer, type TestIntake, type TestPartner } from './intake.ts';

let intake: TestIntake;
beforeAll(async () => {
  intake = await startIntake();
  return intake.close;
});

const stateOf = (id: string) => intake.rows('select state, format, partner_id from inbound_document where id = ?', id);

/** Something that was sent to a partner. @returns its message id, without `urn:uuid:` */
async function sentTo({ id: partnerId }: TestPartner, number: string): Promise<string> {
  const id = v7();
  const document = { id, partnerId, mode: 'production', agreementVersion: 1, number, state: 'kept' } as const;
  await writeOutbound(
    intake.api.database.em(),
    { ...document, format: 'peppol-3-order-response', contentType: 'application/xml' },
    () => ['<svar/>'],
  );
  return (await findOutbound(intake.api.database.em(), id))!.messageId.replace('urn:uuid:', '');
}

describe('a document about one of ours', () => {
  it('is taken where the agreement opens its format', async () => {
    const xml = applicationResponse({ about: 'R-1', code: 'RE' });
    const closed = await intake.post<ErrorAnswer>(await intake.partner(), xml);
    expect([closed.status, closed.body.error.code]).toEqual([415, 'DocumentUnsupported']);
    expect(closed.body.error.details?.[0]).toMatchObject({ found: 'peppol-3-mlr' });

    const partner = await intake.partner({ settings: { intake: { statuses: ['peppol-3-mlr'] } } });
    const { status, body } = await intake.post(partner, xml);
    expect(status).toBe(202);
    expect(await stateOf(body.id)).toMatchObject([{ state: 'received', format: 'peppol-3-mlr' }]);
    expect((await intake.post(partner, xml)).body.id).toBe(body.id);
  });

  it('comes from a sender of the agreement; a service provider is none, and the document tells whose it is', async () => {
    const senders = [{ scheme: '0007', id: '5560007777' }];
    const given = { settings: { senders, intake: { statuses: ['peppol-3-mlr', 'peppol-mls'] } } };
    const partner = await intake.partner(given);
    const wrong = await intake.post<ErrorAnswer>(partner, applicationResponse({ about: 'R-1', code: 'RE' }));
    expect(wrong.body.error.code).toBe('SenderMismatch');
    const right = applicationResponse({ about: 'R-1', code: 'RE', sender: '5560007777' });
    expect((await intake.post(partner, right)).status).toBe(202);

    const hub = await intake.partner({ kind: 'hub' });
    const [one, two] = [
      await intake.partner({ hubId: hub.id, ...given }),
      await intake.partner({ hubId: hub.id, ...given }),
    ];
    await sentTo(one, 'R-9');
    const about = await sentTo(two, 'R-9');
    const status = (name: string) =>
      applicationResponse({ format: 'peppol-mls', about: name, code: 'RE', sender: '123456' });
    const found = await intake.post(hub, status(about));
    expect(await stateOf(found.body.id)).toMatchObject([{ partner_id: two.id, format: 'peppol-mls' }]);
    for (const name of ['R-9', v7()]) {
      const unknown = await intake.post<ErrorAnswer>(hub, status(name));
      expect([unknown.status, unknown.body.error.details?.[0]?.found]).toEqual([403, name]);
    }
  });
});
