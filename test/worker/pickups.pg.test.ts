import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readAttention } from '../../documents/attention.ts';
import { InboundDocument } from '../../documents/inbound.entity.ts';
import { pickupStates } from '../../documents/pickups.ts';
import { setOutgoing } from '../../partners/credentials.ts';
import { createPartner, saveAgreement } from '../../partners/partners.ts';
import { Pickups } from '../../worker/pickups.ts';
import { order } from '../api/punchin/order.ts';
import { startTestApi, type TestApi } from '../kit/api.ts';
import { query } from '../kit/database.ts';
import { temporaryFolder } from '../kit/folders.ts';
import { startSftpServer, type SftpTestServer } from '../kit/sftpServer.ts';
import { smallDisk, type SmallDisk } from '../kit/smallDisk.ts';

let api: TestApi;
let sftp: SftpTestServer;
let exchange: string;
let serial = 0;

beforeAll(async () => {
  [api, sftp] = [await startTestApi(), await startSftpServer()];
  exchange = temporaryFolder('exchange');
});
afterAll(async () => {
  await sftp.close();
  await api.close();
  rmSync(exchange, { recursive: true, force: true });
});

// What a test is done with is not looked into any more.
afterEach(async () => void (await query(api.database.url, ['update partner set enabled = false'])));

/** A worker of its own; every folder is due at once. */
function worker({ root = exchange, dataDirectory = exchange } = {}): Pickups {
  const { orm, keyRing, engine, log, metrics, config } = api.deps;
  const deps = { orm, keyRing, engine, log, metrics, config, exchangeDirectory: root, allowPrivate: true };
  return new Pickups({ ...deps, dataDirectory, interval: 0 });
}

interface Box {
  readonly partnerId: string;
  /** Where the partner puts its files. */
  readonly at: string;
  readonly put: (name: string, content: string) => void;
  readonly files: (folder: string) => string[];
  readonly documents: () => Promise<InboundDocument[]>;
  readonly state: () => Promise<{ failures: number; fault: unknown } | undefined>;
}

async function box(pickup: object = {}, settings: object = {}, root = exchange): Promise<Box> {
  const code = `akeri-${++serial}`;
  const em = api.database.em();
  const partnerId = await createPartner(em, { name: `Åkeri ${serial}`, addresses: { production: code } });
  const of = { partnerId, mode: 'production', by: 'test' } as const;
  await setOutgoing(em, api.deps.keyRing, { ...of, name: 'filer', kind: 'bearer', secret: sftp.password });
  const pickups = [{ kind: 'folder', folder: code, whole: 'renamed', ...pickup }];
  await saveAgreement(em, { ...of, settings: { ...settings, pickups } });
  const at = join(root, code);
  mkdirSync(at, { recursive: true });
  return {
    ...{ partnerId, at },
    put: (name, content) => writeFileSync(join(at, name), content),
    files: (folder) => readdirSync(join(at, folder)).toSorted(),
    documents: () => api.database.em().find(InboundDocument, { partner: partnerId }, { orderBy: { id: 'asc' } }),
    state: async () => [...(await pickupStates(api.database.em(), partnerId, 'production')).values()][0],
  };
}

const onServer = () => ({
  kind: 'sftp',
  host: '127.0.0.1',
  port: sftp.port,
  user: sftp.user,
  credential: 'filer',
  hostKey: sftp.hostKey,
});

describe.each([
  ['a folder of this machine', () => box({ receipts: true })],
  ['a folder on an SFTP server', () => box({ ...onServer(), receipts: true }, {}, sftp.root)],
])('%s', (_, make) => {
  it('gives its orders to the intake, in order, and keeps them in the archive with a receipt', async () => {
    const partner = await make();
    partner.put('order å.xml', order({ number: 'F-1' }));
    await worker().look();
    const [document] = await partner.documents();
    expect(document).toMatchObject({ state: 'received', number: 'F-1', headers: { 'file-name': 'order å.xml' } });
    const kept = `${document!.reference}-order å.xml`;
    expect(partner.files('archive')).toEqual([kept]);
    expect(partner.files('claimed')).toEqual([]);
    expect(JSON.parse(readFileSync(join(partner.at, 'receipts', `${kept}.json`), 'utf8'))).toMatchObject({
      ...{ file: 'order å.xml', reference: document!.reference, state: 'received' },
    });
  });

  it('takes the same name again; equal bytes are a repeat, others another document', async () => {
    const partner = await make();
    for (const number of ['F-2', 'F-2', 'F-3']) {
      partner.put('order.xml', order({ number }));
      await worker().look();
    }
    expect((await partner.documents()).map(({ number, state }) => [number, state])).toEqual([
      ['F-2', 'received'],
      ['F-2', 'duplicate'],
      ['F-3', 'received'],
    ]);
    expect(partner.files('archive')).toHaveLength(3);
  });

  it('keeps what it refuses beside the reason', async () => {
    const partner = await make();
    partner.put('trasig.xml', '<Order><half');
    await worker().look();
    expect(await partner.documents()).toMatchObject([{ state: 'refused' }]);
    const [file, reason] = partner.files('errors');
    expect(file).toMatch(/-trasig\.xml$/);
    expect(JSON.parse(readFileSync(join(partner.at, 'errors', reason!), 'utf8'))).toMatchObject({
      error: { code: 'DocumentMalformed' },
    });
  });

  it('takes what a worker had claimed when it was killed, once', async () => {
    const partner = await make();
    mkdirSync(join(partner.at, 'claimed'));
    // The other was claimed before names began with a reference.
    writeFileSync(join(partner.at, 'claimed', '7F3K-Q2WD-order.xml'), order({ number: 'F-4' }));
    writeFileSync(join(partner.at, 'claimed', '0badcafe-order.xml'), order({ number: 'F-5' }));
    await Promise.all([worker().look(), worker().look()]);
    const documents = await partner.documents();
    expect(new Set(documents.map(({ number }) => number))).toEqual(new Set(['F-4', 'F-5']));
    expect(documents).toHaveLength(2);
    expect(documents.map(({ reference }) => reference)).toContain('7F3K-Q2WD');
    expect(partner.files('claimed')).toEqual([]);
  });

  it.each([
    ['before the reason was there', true],
    ['before the file was moved', false],
  ])('tells once, and stores once, when a worker is killed %s', async (_, isUntold) => {
    const partner = await make();
    partner.put('trasig.xml', '<Order><half');
    partner.put('hel.xml', order({ number: 'F-6' }));
    partner.put('hel igen.xml', order({ number: 'F-6' }));
    await worker().look();
    const before = await partner.documents();
    const told = () => ['errors', 'receipts', 'archive'].map((folder) => partner.files(folder));
    const [errors, receipts, archive] = told();
    const reasons = errors!.filter((file) => file.endsWith('.json')).map((file) => join(partner.at, 'errors', file));
    const reason = readFileSync(reasons[0]!, 'utf8');
    const move = (from: string, file: string) =>
      renameSync(join(partner.at, from, file), join(partner.at, 'claimed', file));
    for (const file of archive!) move('archive', file);
    for (const file of errors!.filter((each) => !each.endsWith('.json'))) move('errors', file);
    if (isUntold) for (const file of reasons) rmSync(file);
    await worker().look();
    expect(await partner.state()).toMatchObject({ failures: 0 });
    expect(await partner.documents()).toEqual(before);
    expect(told()).toEqual([errors, receipts, archive]);
    expect(JSON.parse(readFileSync(reasons[0]!, 'utf8'))).toMatchObject({
      ...{ file: 'trasig.xml', state: 'refused' },
      error: {
        code: 'DocumentMalformed',
        details: (JSON.parse(reason) as { error: { details: unknown } }).error.details,
      },
    });
  });

  it('is looked into by one worker at a time', async () => {
    const partner = await make();
    for (let number = 1; number <= 8; number += 1) partner.put(`o${number}.xml`, order({ number: `G-${number}` }));
    await Promise.all([worker().look(), worker().look(), worker().look()]);
    expect((await partner.documents()).map(({ state }) => state)).toEqual(Array(8).fill('received'));
  });
});

describe('a file that may still be written', () => {
  it('is taken when two looks find it the same', async () => {
    const partner = await box({ whole: 'secondLook' });
    const whole = order({ number: 'H-1' });
    partner.put('order.xml', whole.slice(0, 300));
    await worker().look();
    appendFileSync(join(partner.at, 'order.xml'), whole.slice(300));
    await worker().look();
    expect(await partner.documents()).toEqual([]);
    await worker().look();
    expect(await partner.documents()).toMatchObject([{ number: 'H-1', state: 'received' }]);
  });

  it('is left alone while its name says so, and forgotten when it vanishes', async () => {
    const partner = await box({ whole: 'secondLook' });
    partner.put('order.xml.part', order());
    partner.put('borta.xml', order());
    await worker().look();
    rmSync(join(partner.at, 'borta.xml'));
    await worker().look();
    await worker().look();
    expect(await partner.documents()).toEqual([]);
    expect(await partner.state()).toMatchObject({ failures: 0, fault: null });
    renameSync(join(partner.at, 'order.xml.part'), join(partner.at, 'order.xml'));
    await worker().look();
    await worker().look();
    expect(await partner.documents()).toMatchObject([{ state: 'received' }]);
  });
});

describe('a folder that cannot be used', () => {
  it('says that the key of the server is another, and loses nothing', async () => {
    const partner = await box({ ...onServer(), hostKey: `SHA256:${'A'.repeat(43)}` }, {}, sftp.root);
    partner.put('order.xml', order({ number: 'I-1' }));
    await worker().look();
    expect(await partner.state()).toMatchObject({
      failures: 1,
      fault: { code: 'HOST_KEY_CHANGED', found: sftp.hostKey },
    });
    expect(readdirSync(partner.at)).toEqual(['order.xml']);
  });

  it('leaves the file claimed where it cannot be put away, and the next look repeats nothing', async () => {
    const partner = await box(onServer(), {}, sftp.root);
    partner.put('order.xml', order({ number: 'I-2' }));
    await worker().look();
    expect(await partner.documents()).toHaveLength(1);
    partner.put('order.xml', order({ number: 'I-3' }));
    sftp.failNext('rename', 4, 'Failure', 1);
    await worker().look();
    expect(await partner.state()).toMatchObject({ failures: 1 });
    await query(api.database.url, ['update pickup set next_look_at = now()']);
    await worker().look();
    expect((await partner.documents()).map(({ number }) => number)).toEqual(['I-2', 'I-3']);
    expect(partner.files('archive')).toHaveLength(2);
    expect(await partner.state()).toMatchObject({ failures: 0 });
  });

  it('leads nowhere else: a link out of the folder for partners is refused', async () => {
    const partner = await box();
    const outside = temporaryFolder('outside');
    rmSync(partner.at, { recursive: true });
    symlinkSync(outside, partner.at);
    await worker().look();
    expect(await partner.state()).toMatchObject({ fault: { code: 'FOLDER_DENIED' } });
    rmSync(outside, { recursive: true });
  });

  it('is not looked into while the partner is paused', async () => {
    const partner = await box();
    partner.put('order.xml', order());
    await query(api.database.url, [`update partner set paused_at = now() where id = '${partner.partnerId}'`]);
    await worker().look();
    expect(await partner.documents()).toEqual([]);
    expect(readdirSync(partner.at)).toEqual(['order.xml']);
  });
});

describe('a full disk', () => {
  let disk: SmallDisk;
  beforeEach(() => {
    disk = smallDisk();
  });
  afterEach(() => disk.close());

  it('of the folder: what cannot be told stays claimed and is stored once, the rest goes on, and all is put away when there is room', async () => {
    const partner = await box({}, {}, disk.root);
    partner.put('trasig.xml', '<Order><half');
    partner.put('order.xml', order({ number: 'J-1' }));
    const receipted = await box({ receipts: true }, {}, disk.root);
    receipted.put('order.xml', order({ number: 'J-2' }));
    for (const { at } of [partner, receipted])
      for (const folder of ['claimed', 'archive', 'errors', 'receipts']) mkdirSync(join(at, folder));
    const look = () => worker({ root: disk.root }).look();
    disk.fill();
    for (let times = 0; times < 3; times += 1) await look();
    expect((await partner.documents()).map(({ state }) => state).toSorted()).toEqual(['received', 'refused']);
    expect(['claimed', 'archive', 'errors'].map((folder) => partner.files(folder).length)).toEqual([1, 1, 0]);
    expect((await receipted.documents()).map(({ number }) => number)).toEqual(['J-2']);
    expect(['claimed', 'archive', 'receipts'].map((folder) => receipted.files(folder).length)).toEqual([1, 0, 0]);
    const { pickups } = await readAttention(api.database.em(), new Date());
    for (const { partnerId } of [partner, receipted])
      expect(pickups).toContainEqual(expect.objectContaining({ partnerId, failures: 3, fault: { code: 'DISK_FULL' } }));

    disk.clear();
    await look();
    expect(['claimed', 'archive', 'errors'].map((folder) => partner.files(folder).length)).toEqual([0, 1, 2]);
    expect(['claimed', 'archive', 'receipts'].map((folder) => receipted.files(folder).length)).toEqual([0, 1, 1]);
    expect([await partner.documents(), await receipted.documents()].map(({ length }) => length)).toEqual([2, 1]);
    for (const { state } of [partner, receipted]) expect(await state()).toMatchObject({ failures: 0, fault: null });
  });

  it('of the spool: a long document waits claimed, and is taken when there is room', async () => {
    const partner = await box();
    partner.put('lang.xml', order({ number: 'J-3', note: 'x'.repeat(300_000) }));
    disk.fill();
    await worker({ dataDirectory: disk.root }).look();
    expect(await partner.documents()).toEqual([]);
    expect(partner.files('claimed')).toHaveLength(1);
    expect(await partner.state()).toMatchObject({ failures: 1, fault: { code: 'SPOOL_FULL' } });
    disk.clear();
    await worker().look();
    expect(await partner.documents()).toMatchObject([{ number: 'J-3', state: 'received' }]);
    expect(partner.files('archive')).toHaveLength(1);
  });
});

it('a document that is longer than agreed is refused, with its head kept', async () => {
  const partner = await box({}, { limits: { bytes: 1_000 } });
  partner.put('lang.xml', order({ note: 'ö'.repeat(2_000) }));
  await worker().look();
  expect(await partner.documents()).toMatchObject([{ state: 'refused', complete: false }]);
  expect(partner.files('errors')).toHaveLength(2);
});
