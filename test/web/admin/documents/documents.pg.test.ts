import { beforeAll, describe, expect, test } from 'vitest';
import type { ArrivedDocument } from '../../../../documents/inbound.ts';
import { addTimeline, timelineRow } from '../../../../documents/timeline.ts';
import { createPartner } from '../../../../partners/partners.ts';
import { recordAttempt } from '../../../../documents/outbound.ts';
import { removeBytes } from '../../../../documents/retention.ts';
import { clean } from '../../../workflows/orders.ts';
import { startConsole, type Console, type ConsoleClient } from '../../../kit/console.ts';
import { partnerNamed, received, written, type TestPartner } from './kit.ts';

let console_: Console;
let reader: ConsoleClient;
let operator: ConsoleClient;
let partner: TestPartner;

beforeAll(async () => {
  console_ = await startConsole();
  [reader, operator] = [await console_.signIn('reader'), await console_.signIn('operator')];
  partner = await partnerNamed(console_.api.database, 'Åkerns inköp');
  return console_.api.close;
});

const database = () => console_.api.database;

describe('the list of documents', () => {
  test('says why it is empty', async () => {
    const { status, html } = await reader.get('/documents');
    expect(status).toBe(200);
    expect(html).toContain('Nothing has come in or gone out yet.');
  });

  test('has both directions, the newest first, and is filtered by its address', async () => {
    const other = await partnerNamed(database(), 'Bruket AB');
    const [old, young] = [new Date('2026-10-01T08:00:00Z'), new Date('2026-11-20T08:00:00Z')];
    await received(database(), other, clean('B-1'), { number: 'B-1', format: 'peppol-28a-order', receivedAt: old });
    const second = await received(database(), partner, clean('Å-2'), {
      ...{ number: 'Å-2', format: 'peppol-28a-order', receivedAt: young, mode: 'test' },
      envelope: { sender: { id: 'a' }, receiver: { id: 'b' }, instanceIdentifier: 'msg-77' },
    });
    const answer = await written(database(), partner, { inboundDocumentId: second.id, number: 'SVAR-2' });
    const numbers = async (query: string) => {
      const { html } = await reader.get(`/documents?${query}`);
      return [...html.matchAll(/<th scope="row"[^>]*><span><a href="[^"]*">([^<]*)<\/a>/g)].map(([, number]) => number);
    };
    expect(await numbers('')).toEqual(['SVAR-2', 'Å-2', 'B-1']);
    expect(await numbers('order=oldest')).toEqual(['B-1', 'Å-2', 'SVAR-2']);
    expect(await numbers('direction=in')).toEqual(['Å-2', 'B-1']);
    expect(await numbers(`partner=${other.id}`)).toEqual(['B-1']);
    expect(await numbers('mode=test')).toEqual(['Å-2']);
    expect(await numbers('format=peppol-28a-order-response')).toEqual(['SVAR-2']);
    expect(await numbers('state=out.ready')).toEqual(['SVAR-2']);
    expect(await numbers('state=in.refused')).toEqual([]);
    expect(await numbers('from=2026-11-20&to=2026-11-20')).toEqual(['Å-2']);
    for (const name of ['Å-2', 'msg-77', second.id])
      expect(await numbers(`q=${encodeURIComponent(name)}`)).toEqual(['Å-2']);
    expect(await numbers(`q=${second.reference.toLowerCase()}`)).toEqual(['SVAR-2', 'Å-2']);
    expect(await numbers(`q=urn:uuid:${answer}`)).toEqual(['SVAR-2']);
    expect(await numbers('q=nothing')).toEqual([]);
    expect(await numbers('state=invented&from=yesterday&partner=nobody&after=nonsense')).toHaveLength(3);
  });

  test('shows what is chosen, each removable, and goes on page by page', async () => {
    const many = await partnerNamed(database(), 'Många AB');
    for (let i = 0; i < 51; i += 1) {
      const receivedAt = new Date(Date.parse('2026-09-01T00:00:00Z') + i);
      await received(database(), many, `<a>${i}</a>`, { number: `M-${i}`, receivedAt });
    }
    const { html } = await reader.get(`/documents?partner=${many.id}&direction=in`);
    expect(html).toContain('Partner: Många AB');
    expect(html).toContain(`href="/admin/documents?direction=in"`);
    const next = /rel="next" href="\/admin(\/documents\?[^"]*)"/.exec(html)![1]!.replaceAll('&amp;', '&');
    expect(html).not.toContain('>M-0<');
    const last = await reader.get(next);
    expect(last.html).toContain('>M-0<');
    expect(last.html).not.toContain('>M-1<');
    expect(last.html).not.toContain('rel="next"');
    expect(last.html).toContain('First page');
  });
});

describe('the way of a document', () => {
  const mailTo = 'inkop@bruket.example';
  let bruket: TestPartner;
  beforeAll(async () => {
    const settings = { orderResponses: { kind: 'mail', mailTo } };
    bruket = await partnerNamed(database(), 'Bruket i Älvdal', settings);
  });

  test('in is told by where it came from', async () => {
    const hubId = await createPartner(database().em(), { name: 'Accesspunkten', kind: 'hub', addresses: {} });
    const envelope = { sender: { id: 'a' }, receiver: { id: 'b' }, instanceIdentifier: 'msg-78' };
    const came = async (change: Partial<ArrivedDocument>) => {
      const { id } = await received(database(), bruket, `<a>${JSON.stringify(change)}</a>`, change);
      return (await reader.get(`/documents/in/${id}`)).html;
    };
    const file = { headers: { 'file-name': 'order å.xml' } };
    expect(await came({ remoteAddress: 'sftp://u@host:22/in', ...file })).toContain(
      `/partners/${bruket.id}/folders">As the file order å.xml in sftp://u@host:22/in`,
    );
    expect(await came({ remoteAddress: 'folder:bruket/in', ...file })).toContain('order å.xml in bruket/in');
    expect(await came({ remoteAddress: 'mailto:a@b.example', headers: { filename: 'o.xml' } })).toContain(
      'By mail from a@b.example, as the attachment o.xml',
    );
    expect(await came({ hubId, envelope })).toContain('By Peppol, through Accesspunkten');
    expect(await came({ hubId })).toContain('Over HTTP, through Accesspunkten');
    expect(await came({})).toContain('Over HTTP');
    const { html } = await reader.get(`/documents?partner=${bruket.id}`);
    const listed = [...html.matchAll(/data-label="Way"><span>([^<]*)/g)].map(([, way]) => way);
    expect(listed).toHaveLength(6);
    expect(new Set(listed)).toEqual(new Set(['Folder', 'HTTP', 'Mail', 'Peppol', 'SFTP']));
  });

  test('out is that of the agreement, once delivered that by which it went', async () => {
    const id = await written(database(), bruket);
    expect((await reader.get(`/documents/out/${id}`)).html).toContain(`By mail to ${mailTo}`);
    const went = { attempt: 1, via: 'sftp' } as const;
    await addTimeline(database().em(), [timelineRow('delivery.delivered', went, { outboundDocumentId: id })]);
    expect((await reader.get(`/documents/out/${id}`)).html).toContain('As a file');
    const kept = await written(database(), partner, { state: 'kept' });
    expect((await reader.get(`/documents/out/${kept}`)).html).toContain('the partner fetches it');
    const { html } = await reader.get(`/documents?partner=${bruket.id}&direction=out`);
    expect(html).toMatch(/data-label="Way"><span>SFTP/);
  });
});

describe('a document that came in', () => {
  test('is told in words, with its text', async () => {
    const { id } = await received(database(), partner, clean('T-1'), { number: 'T-1', format: 'peppol-28a-order' });
    const { html } = await reader.get(`/documents/in/${id}`);
    expect(html).toContain('28A T-1');
    expect(html).toContain('Is being read');
    expect(html).toContain('Åkerns inköp sent order T-1');
    expect(html).toContain('The document will be read in a moment.');
    expect(html).toContain('&lt;Order');
  });

  test('that is refused says why; an operator takes it in once more', async () => {
    const error = {
      type: 'DocumentInvalid',
      message: 'No such rule.',
      details: [{ element: 'Order/ID', found: 'x' }],
    } as const;
    const { id } = await received(database(), partner, clean('T-2'), { number: 'T-2', error });
    const { html } = await reader.get(`/documents/in/${id}`);
    expect(html).toContain('No such rule.');
    expect(html).toContain('Order/ID');
    expect(html).not.toContain('run-again"');
    expect((await reader.post(`/documents/in/${id}/run-again`)).status).toBe(403);
    expect((await operator.get(`/documents/in/${id}`)).html).toContain(`/documents/in/${id}/run-again`);
    const done = await operator.post(`/documents/in/${id}/run-again`);
    expect(done.status).toBe(303);
    const fresh = await operator.get(done.location!.replace('/admin', ''));
    expect(fresh.html).toContain('The document was taken in once more');
    expect((await operator.post(`/documents/in/${id}/run-again`)).location).toBe(`/admin/documents/in/${id}`);
    expect((await operator.get(`/documents/in/${id}`)).html).toContain('in quarantine');
    const [change] = await database()
      .em()
      .getConnection()
      .execute('select * from audit_entry where action = ?', ['document.runAgain']);
    expect(change).toMatchObject({ actor: operator.name, subject_name: 'T-2' });
  });

  test('is checked by all rules, with the line of each finding', async () => {
    const broken = clean('T-3').replace(/<cbc:IssueDate>[^<]*<\/cbc:IssueDate>/, '');
    const { id } = await received(database(), partner, broken, { number: 'T-3' });
    const { html } = await reader.get(`/documents/in/${id}/check`);
    expect(html).toContain('Breaks rules');
    expect(html).toMatch(/href="\/admin\/documents\/in\/[\w-]+\/text\?view=received&amp;line=\d+#L\d+"/);
    const fine = await received(database(), partner, clean('T-4'), { number: 'T-4' });
    expect((await reader.get(`/documents/in/${fine.id}/check`)).html).toContain('Follows the rules');
  });

  test('with hostile texts shows them as text', async () => {
    const hostile = '<script>alert(1)</script>';
    const { id } = await received(database(), partner, `<a>"&amp;'${hostile}</a>`, { number: hostile });
    for (const path of [
      `/documents/in/${id}`,
      `/documents/in/${id}/text`,
      `/documents?q=${encodeURIComponent(hostile)}`,
    ]) {
      const { html } = await reader.get(path);
      expect(html).toContain('&lt;script');
      expect(html).not.toContain(hostile);
    }
  });

  test('that is not there is a page that says so', async () => {
    for (const path of ['/documents/in/0', '/documents/out/019ab3f0-7c1e-7d52-9a55-2f1f0c6f0a11']) {
      expect((await reader.get(path)).status).toBe(404);
    }
  });
});

describe('the text of a document', () => {
  test('of 20 MB is read page by page, gone to by line and searched, in little time', async () => {
    const line = (i: number) => `  <Line><ID>${i}</ID><Note>${'tvål '.repeat(30)}</Note></Line>\n`;
    const text = `<Order>\n${Array.from({ length: 100_000 }, (_, i) => line(i)).join('')}</Order>`;
    expect(Buffer.byteLength(text)).toBeGreaterThan(19_000_000);
    const { id } = await received(database(), partner, text, { number: 'LONG' });
    const timed = async (path: string) => {
      const begin = performance.now();
      const { html } = await reader.get(`/documents/in/${id}${path}`);
      expect(html.length).toBeLessThan(400_000);
      return { html, milliseconds: performance.now() - begin };
    };
    const whole = await timed('/text?view=received');
    const far = await timed('/text?view=received&line=90000');
    expect(far.html).toContain('id="L90000" class="sought"');
    expect(far.html).toContain('<ID>89998</ID>'.replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
    // It was read through once; a page far down is a few of its chunks.
    expect(far.milliseconds).toBeLessThan(whole.milliseconds);
    const found = await timed('/text?q=%3CID%3E99999%3C');
    expect(found.html).toContain('1 line with it');
    expect((await timed('')).milliseconds).toBeLessThan(whole.milliseconds);
  });

  test('is decoded, put in order, or kept as a file as it is stored', async () => {
    const latin = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a><b>Åäö</b></a>', 'latin1');
    const { id } = await received(database(), partner, latin);
    expect((await reader.get(`/documents/in/${id}/text`)).html).toContain('<code>  &lt;b&gt;Åäö&lt;/b&gt;</code>');
    const kept = await reader.get(`/documents/in/${id}/file`);
    expect(kept.headers.get('content-disposition')).toContain('attachment');
    expect(kept.headers.get('content-security-policy')).toContain('sandbox');
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<a><b>Ö</b></a>', 'utf16le')]);
    const wide = await received(database(), partner, utf16);
    expect((await reader.get(`/documents/in/${wide.id}/text`)).html).toContain('  &lt;b&gt;Ö&lt;/b&gt;');
    const binary = await received(database(), partner, Buffer.from([0x50, 0x4b, 0, 1]));
    expect((await reader.get(`/documents/in/${binary.id}/text`)).html).toContain('no text that can be shown');
  });

  test('of a form and of JSON is a value a line, without secrets', async () => {
    const form = await received(database(), partner, 'USERNAME=anna&PASSWORD=hemligt1&NAME=%C3%85sa', {
      contentType: 'application/x-www-form-urlencoded',
    });
    const { html } = await reader.get(`/documents/in/${form.id}/text`);
    expect(html).toContain('NAME = Åsa');
    for (const view of ['pretty', 'received']) {
      expect((await reader.get(`/documents/in/${form.id}/text?view=${view}`)).html).not.toContain('hemligt1');
    }
    const json = await received(database(), partner, '{"a":{"api_token":"hemligt2"}}', {
      contentType: 'application/json',
    });
    const shown = (await reader.get(`/documents/in/${json.id}/text`)).html;
    expect(shown).toContain('&quot;api_token&quot;: ***');
    expect(shown).not.toContain('hemligt2');
  });
});

describe('a document of ours', () => {
  test('shows every attempt, and what the receiver wrote as text', async () => {
    const id = await written(database(), partner, { number: 'SVAR-9' });
    await recordAttempt(database().em(), id, {
      ...{ number: 1, startedAt: new Date(), milliseconds: 1_500, outcome: 'failed', httpStatus: 503 },
      ...{ error: 'The receiver answered 503.', answer: '<b>busy</b>', nextAttemptAt: new Date(Date.now() + 60_000) },
    });
    const { html } = await reader.get(`/documents/out/${id}`);
    expect(html).toContain('Tried in vain, is tried again');
    expect(html).toContain('The receiver answered 503.');
    expect(html).toContain('&lt;b&gt;busy&lt;/b&gt;');
    expect(html).toContain('Next attempt');
    expect(html).not.toContain('/send"');
  });

  test('is sent and cancelled by an operator; what cannot be done is said', async () => {
    const id = await written(database(), partner, { number: 'SVAR-10', state: 'kept' });
    const { html } = await operator.get(`/documents/out/${id}`);
    expect(html).toContain('Send again');
    const sent = await operator.post(`/documents/out/${id}/send`);
    expect(sent.location).toBe(`/admin/documents/out/${id}`);
    expect((await operator.get(`/documents/out/${id}`)).html).toContain('the agreement names no address');
    await operator.post(`/documents/out/${id}/cancel`);
    expect((await operator.get(`/documents/out/${id}`)).html).toContain('Nothing is being delivered');
    expect((await reader.post(`/documents/out/${id}/send`)).status).toBe(403);
  });
});

test('a document whose text was removed is shown with everything else, and says so', async () => {
  const { id } = await received(database(), partner, clean('GAMMAL-1'), {
    number: 'GAMMAL-1',
    format: 'peppol-28a-order',
  });
  const answer = await written(database(), partner, { inboundDocumentId: id, number: 'SVAR-GAMMAL' });
  await database()
    .em()
    .transactional((tx) => removeBytes(tx, [id, answer]));
  for (const path of [`/documents/in/${id}`, `/documents/out/${answer}`]) {
    const { status, html } = await reader.get(path);
    expect([path, status]).toEqual([path, 200]);
    expect(html).toContain('The text was removed on');
  }
  const text = await reader.get(`/documents/in/${id}/text`);
  expect([text.status, /removed on \d{4}/.test(text.html)]).toEqual([404, true]);
});
