import { parseCxml } from '../../formats/cxml/envelope.parse.ts';
import { decodeParameters } from '../../formats/oci/parameters.ts';
import { demoBuyer, demoSupplier } from '../../partners/demo.ts';
import { until, type Outside } from '../e2e/system.ts';
import type { Sample } from './samples.ts';

/** The demo partner that takes every format. */
const PARTNER = 'lindstroms';

/** What the running system says of a sample that the demo partner sends, and what becomes of it. */
export async function sendSample(outside: Outside, { name, bytes }: Sample): Promise<string> {
  if (name.startsWith('oci/')) return sendCalls(outside, bytes.toString('latin1'));
  if (name.startsWith('cxml/')) return sendCxml(outside, bytes);
  const { status, body } = await outside.send(PARTNER, bytes);
  if (status !== 202) return `${status} ${body.error?.code}`;
  const state = await outside.settled(PARTNER, body.id);
  const error = state['error'] as { readonly type: string } | null;
  return `${status}, ${String(state['state'])}${error ? `: ${error.type}` : ''}`;
}

/** Where carts of the demo partner may go. */
function returnAddress({ buyerUrl }: Outside['system']): string {
  return `${new URL(buyerUrl).origin}/return`;
}

/** With the demo partner's names, secret and address of return instead of its sender's: a stranger would be refused for them alone. */
async function sendCxml(outside: Outside, bytes: Buffer): Promise<string> {
  const credential = ({ domain, identity }: typeof demoBuyer, secret = ''): string =>
    `<Credential domain="${domain}"><Identity>${identity}</Identity>${secret}</Credential>`;
  const sender = credential(demoBuyer, `<SharedSecret>${outside.system.cxmlSecret}</SharedSecret>`);
  const parties = `<From>${credential(demoBuyer)}</From><To>${credential(demoSupplier)}</To><Sender>${sender}</Sender>`;
  const text = bytes
    .toString('utf8')
    .replace(/<Header>[^]*<\/Header>/, `<Header>${parties}</Header>`)
    .replace(/(<BrowserFormPost>\s*<URL>)[^<]+/, `$1${returnAddress(outside.system)}`);
  const isPunchOut = /<(?:PunchOutSetupRequest|ProfileRequest)\b/.test(text);
  const headers = { 'content-type': 'text/xml; charset=UTF-8' };
  const url = `${outside.system.apiUrl}/${isPunchOut ? 'punchout' : 'punchin'}/${PARTNER}`;
  const answer = await fetch(url, { method: 'POST', headers, body: text });
  if (answer.headers.get('content-type')?.includes('json')) return refusal(answer);
  const { status } = parseCxml(Buffer.from(await answer.arrayBuffer()));
  const told = `Status ${status?.code} ${status?.text}`;
  const reference = /Reference: (\S+)\./.exec(status?.message ?? '')?.[1];
  if (isPunchOut || status?.code !== 200 || reference === undefined) return told;
  return `${told}, ${await stateOf(outside, reference)}`;
}

/** Not every root says that it is cXML: then the answer is none. */
async function refusal(answer: Response): Promise<string> {
  const { error } = (await answer.json()) as { readonly error: { readonly code: string } };
  return `${answer.status} ${error.code}`;
}

async function stateOf(outside: Outside, reference: string): Promise<string> {
  return until(async () => {
    const path = `/documents/in?reference=${reference}`;
    const { items } = await outside.rest<{ items: { readonly state: string }[] }>('GET', path);
    return items[0]?.state === 'received' ? undefined : items[0]?.state;
  });
}

/** Calls from a file of examples, with the demo partner's login; a cart that a shop sends back is nothing that comes in. */
async function sendCalls({ system }: Outside, text: string): Promise<string> {
  const calls = text.split('\n').filter((line) => /HOOK_?URL=/i.test(line));
  if (calls.length === 0) return '-';
  const statuses = new Set<number>();
  for (const line of calls) {
    const query = line.slice(line.indexOf(line.startsWith('POST') ? '|' : '?') + 1).trim();
    const own = decodeParameters(Buffer.from(query, 'latin1')).filter(
      ([name]) => !/user|name|pass|^pw$|hook/i.test(name),
    );
    const login = [
      ['USERNAME', PARTNER],
      ['PASSWORD', system.formSecret],
      ['HOOK_URL', returnAddress(system)],
    ];
    const parameters = new URLSearchParams([...own, ...login] as [string, string][]);
    const { status } = await fetch(`${system.apiUrl}/punchout/${PARTNER}?${parameters.toString()}`, {
      redirect: 'manual',
    });
    statuses.add(status);
  }
  return `${calls.length} calls: ${[...statuses].join(', ')}`;
}
