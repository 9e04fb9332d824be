import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { isPassing, receiveMail, type MailDeps } from '../../intake/mail.ts';
import { Notice } from '../../notices/notice.entity.ts';
import { createPartner, saveAgreement, updatePartner } from '../../partners/partners.ts';
import { RoundtripError } from '../../platform/errors.ts';
import { beginMaintenance, endMaintenance } from '../../platform/maintenance.ts';
import { readMail } from '../../transports/mail/read.ts';
import { createTestDatabase, query, type TestDatabase } from '../kit/database.ts';
import { message } from '../kit/mails.ts';
import { order } from '../api/punchin/order.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  return database.close;
});

const started: string[] = [];
function deps(): MailDeps {
  const engine = {
    startPunchIn: async ({ inboundDocumentId }: { inboundDocumentId: string }) => void started.push(inboundDocumentId),
  };
  const log = { warn: () => undefined };
  return {
    orm: database.orm,
    engine,
    log,
    config: { partnerOrdersAtOnce: 10 },
    spool: join(tmpdir(), `spool-${randomBytes(4).toString('hex')}`),
  } as unknown as MailDeps;
}

let serial = 0;
interface Given {
  readonly mail?: object;
  /** Does the test agreement take mail, too? */
  readonly inTest?: boolean;
}
async function partner(name: string, { mail = {}, inTest = false }: Given = {}): Promise<{ id: string; code: string }> {
  const code = `${name}-${++serial}`;
  const em = database.em();
  const id = await createPartner(em, { name, addresses: { production: code, test: `${code}-test` } });
  const senders = [`order@${name}.example`];
  const agreed = { answers: { language: 'sv' }, intake: { mail: { senders, ...mail } } };
  for (const mode of ['production', 'test'] as const) {
    const given = mode === 'test' && !inTest ? {} : agreed;
    await saveAgreement(em, { partnerId: id, mode, settings: given, by: 'test' });
  }
  return { id, code };
}

const receive = async (bytes: Buffer) => receiveMail(deps(), await readMail(bytes, 'mx.shop.example'));
const refusalOf = async (bytes: Buffer): Promise<RoundtripError> => {
  const error: unknown = await receive(bytes).catch((failure: unknown) => failure);
  if (!(error instanceof RoundtripError)) throw new Error(`no refusal: ${JSON.stringify(error)}`);
  return error;
};
const rows = (sql: string, ...values: unknown[]) =>
  database.em().getConnection().execute<Record<string, unknown>[]>(sql, values);

describe('a mail of a sender that an agreement names', () => {
  test('is taken in by its attachments, each as over HTTP; the receipt tells of each', async () => {
    const { id, code } = await partner('akero');
    const parts = [
      { name: 'a.xml', text: order({ number: 'M-1' }) },
      { name: 'logo.png', type: 'image/png', text: 'x' },
      { name: 'b.xml', type: 'application/octet-stream', text: order({ number: 'M-2' }) },
      { name: 'broken.xml', text: order({ number: 'M-3' }).slice(0, 400) },
    ];
    const mail = message('order@akero.example', parts, { id: 'one' });
    const { guest, parts: taken } = await receive(mail);
    expect(guest.code).toBe(code);
    expect(taken.map(({ ignored, failure }) => failure?.type ?? ignored)).toEqual([
      false,
      true,
      false,
      'DocumentMalformed',
    ]);
    const stored = await rows(
      'select number, state, remote_address, headers from inbound_document where partner_id = ? order by id',
      id,
    );
    expect(stored.map(({ number, state }) => [number, state])).toEqual([
      ['M-1', 'received'],
      ['M-2', 'received'],
      [null, 'refused'],
    ]);
    expect(stored[0]).toMatchObject({
      remote_address: 'mailto:order@akero.example',
      headers: { filename: 'a.xml', 'message-id': '<one@akero.example>' },
    });
    await expect.poll(() => started).toHaveLength(2);
    const [receipt, ...others] = await database.em().find(Notice, { kind: 'receipt' });
    expect(others).toEqual([]);
    expect(receipt).toMatchObject({ recipient: 'order@akero.example', language: 'sv', state: 'ready' });
    const { subject, text } = receipt!.content as { subject: string; text: string };
    expect(subject).toBe('Kvitto: Order');
    expect(text).toContain(`a.xml: mottagen, referens ${taken[0]!.receipt!.reference}`);
    expect(text).toContain('logo.png: inget XML-dokument, lästes inte');
    expect(text).toMatch(/broken\.xml: avvisad, referens .*\. .+/);

    // The mail server brings it once more, since it did not hear that it was taken.
    const again = await receive(mail);
    expect(again.parts.map(({ receipt: given }) => given?.repeated)).toEqual([true, undefined, true, false]);
    expect(await database.em().count(Notice, { kind: 'receipt' })).toBe(1);
    await expect.poll(() => started).toHaveLength(2);
  });

  test('is found by the tag of its recipient, where several agreements name the sender', async () => {
    const { id, code } = await partner('ortvik', { inTest: true });
    const parts = [{ name: 'a.xml', text: order({ number: 'T-1' }) }];
    expect(await refusalOf(message('order@ortvik.example', parts))).toMatchObject({ type: 'SenderMismatch' });
    await receive(message('order@ortvik.example', parts, { to: `Order+${code}-test@shop.example` }));
    expect(await rows('select mode from inbound_document where partner_id = ?', id)).toEqual([{ mode: 'test' }]);
  });
});

describe('a mail is not taken, and stands among the refused requests', () => {
  const parts = [{ name: 'a.xml', text: order() }];
  test.each([
    ['SenderMismatch', 'order@nobody.example', parts, {}],
    ['AccessDenied', 'order@brovik.example', parts, { proof: 'dkim=fail header.d=brovik.example' }],
    ['AccessDenied', 'order@brovik.example', parts, { proof: 'dkim=pass header.d=evil.example' }],
    ['DocumentUnsupported', 'order@brovik.example', [{ name: 'a.pdf', type: 'application/pdf', text: 'x' }], {}],
  ])('%s: from %s', async (type, from, attachments, sent) => {
    if (serial < 3) await partner('brovik');
    const notices = await database.em().count(Notice);
    const error = await refusalOf(message(from, attachments, sent));
    expect(error.type).toBe(type);
    expect(isPassing(error)).toBe(false);
    const [kept] = await rows('select path, error, claimed_user from refused_request order by id desc limit 1');
    expect(kept).toEqual({ path: 'mail', error: type, claimed_user: from });
    // Nobody gets an answer to a mail that others may have written.
    expect(await database.em().count(Notice)).toBe(notices);
  });
});

test('while Roundtrip is maintained or the partner paused, it is to be brought again', async () => {
  const { id } = await partner('paus');
  const mail = message('order@paus.example', [{ name: 'a.xml', text: order({ number: 'P-1' }) }]);
  await updatePartner(database.em(), id, { paused: true });
  expect(isPassing(await refusalOf(mail))).toBe(true);
  await updatePartner(database.em(), id, { paused: false });
  await beginMaintenance(database.em(), { reason: 'Ny version', by: 'test' });
  expect(isPassing(await refusalOf(mail))).toBe(true);
  await endMaintenance(database.em());
  expect((await receive(mail)).parts[0]?.receipt).toMatchObject({ repeated: false });
});

test('npx roundtrip mail-in takes what a mail server pipes', async () => {
  await partner('ror', { mail: { proof: 'none' } });
  const env = {
    ...process.env,
    DATABASE_URL: database.url,
    ROUNDTRIP_SECRET_KEYS: randomBytes(32).toString('base64'),
    TEMPORAL_ADDRESS: '127.0.0.1:9',
    DATA_DIR: join(tmpdir(), 'mail-in'),
  };
  const command = join(import.meta.dirname, '../../bin/roundtrip.js');
  const running = promisify(execFile)(command, ['mail-in'], { env });
  const parts = [{ name: 'a.xml', text: order({ number: 'R-1' }) }];
  running.child.stdin!.end(message('order@ror.example', parts, { proof: 'none' }));
  expect((await running).stdout).toMatch(/^a\.xml: received, reference /);
  const counted = "select count(*)::int from inbound_document where number = 'R-1'";
  expect(await query(database.url, [counted])).toEqual([{ count: 1 }]);
});
