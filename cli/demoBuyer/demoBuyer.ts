/**
 * A purchasing system for the demonstration: pages that punch out to the shop by every protocol, and show what comes back. The address has
 * a secret in it, since the pages hold the logins of the demo partner, as every purchasing system's page does.
 */
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Eta } from 'eta';
import { v7 } from 'uuid';
import { parseCxml } from '../../formats/cxml/envelope.parse.ts';
import { allText, child } from '../../formats/cxml/read.ts';
import { writePunchOutSetupRequest } from '../../formats/cxml/punchOutSetupRequest.write.ts';
import { decodeParameters, RETURN_LIMITS, type Parameter } from '../../formats/oci/parameters.ts';
import { profiles } from '../../formats/ubl/profiles.ts';
import { demoBuyer, demoSupplier } from '../../partners/demo.ts';
import { receivedCart, type ReceivedCart } from './carts.ts';

export interface DemoBuyerOptions {
  /** Address of this page, with its secret and without a slash at the end: `http://127.0.0.1:3002/buyer/…`. */
  readonly url: string;
  /** `http://localhost:3000/punchout/lindstroms`. */
  readonly punchOutUrl: string;
  readonly user: string;
  /** Of the login form. */
  readonly password: string;
  /** Of the cXML Sender. */
  readonly sharedSecret: string;
}

const SHOWN = 20;
const eta = new Eta({ views: import.meta.dirname, cache: true });

type Answer = (status: number, type: string, body: string) => void;

/** The pages below the address. */
export class DemoBuyer {
  readonly #options: DemoBuyerOptions;
  readonly #base: string;
  #carts: readonly ReceivedCart[] = [];

  constructor(options: DemoBuyerOptions) {
    this.#options = options;
    this.#base = new URL(options.url).pathname;
  }

  /** Is the request for these pages? */
  owns(request: IncomingMessage): boolean {
    return (request.url ?? '').startsWith(`${this.#base}/`) || request.url === this.#base;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').slice(this.#base.length).replace(/\?.*/s, '');
    const answer: Answer = (status, type, body) => {
      response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'referrer-policy': 'no-referrer' });
      response.end(body);
    };
    if (path === '/style.css')
      return answer(200, 'text/css', readFileSync(join(import.meta.dirname, 'style.css'), 'utf8'));
    if (path.startsWith('/hook/')) {
      this.#receive(path.slice('/hook/'.length), await fieldsOf(request));
      return answer(200, 'text/html', this.#page());
    }
    if (path === '/cxml' && request.method === 'POST') {
      return this.#setUp(new Map(await fieldsOf(request)), response, answer);
    }
    if (path === '' || path === '/') return answer(200, 'text/html', this.#page());
    answer(404, 'text/plain', 'There is nothing here.\n');
  }

  #receive(protocol: string, fields: readonly Parameter[]): void {
    this.#carts = [receivedCart(protocol, fields, new Date()), ...this.#carts].slice(0, SHOWN);
  }

  #page(): string {
    const { url, user, password, punchOutUrl } = this.#options;
    const peppol = (document: 'peppol-18a-cart' | 'peppol-3-cart'): Parameter[] => [
      ['username', user],
      ['password', password],
      ['return_object_spec_id', profiles[document].customizations[0]],
      ['post_url', `${url}/hook/${document}`],
    ];
    const oci: Parameter[] = [
      ['USERNAME', user],
      ['PASSWORD', password],
      ['HOOK_URL', `${url}/hook/OCI`],
      ['OCI_VERSION', '4.0'],
      ['~OkCode', 'ADDI'],
      ['~TARGET', '_top'],
      ['~CALLER', 'CTLG'],
      ['http_content_charset', 'utf-8'],
    ];
    const ways = [
      { id: 'oci', name: 'OCI 4.0', action: punchOutUrl, fields: oci },
      { id: 'cxml', name: 'cXML', action: `${this.#base}/cxml`, fields: [['operation', 'create']] },
      { id: 'peppol18a', name: 'Peppol Punch Out 18A', action: punchOutUrl, fields: peppol('peppol-18a-cart') },
      { id: 'peppol3', name: 'Peppol Punch Out 3', action: punchOutUrl, fields: peppol('peppol-3-cart') },
    ];
    return eta.render('./page', { base: this.#base, ways, carts: this.#carts });
  }

  /** cXML's first step is between servers: the buyer's browser then goes to the StartPage. */
  async #setUp(form: ReadonlyMap<string, string>, response: ServerResponse, answer: Answer): Promise<void> {
    const { url, punchOutUrl, sharedSecret } = this.#options;
    const operation = ['edit', 'inspect'].find((each) => each === form.get('operation')) as
      'edit' | 'inspect' | undefined;
    const earlier = this.#carts.find(
      ({ buyerCookie }) => buyerCookie !== undefined && buyerCookie === form.get('cart'),
    );
    const request = writePunchOutSetupRequest({
      ...{
        version: '1.2.014',
        language: 'sv',
        payloadId: `${v7()}@buyer.example`,
        timestamp: new Date().toISOString(),
      },
      ...{ from: demoBuyer, to: demoSupplier, sender: { ...demoBuyer, sharedSecret }, userAgent: 'Demo buyer' },
      operation: operation ?? 'create',
      buyerCookie: earlier?.buyerCookie ?? v7(),
      browserFormPost: `${url}/hook/cXML`,
      extrinsics: { UniqueName: 'anna.lindqvist', UserEmail: 'anna.lindqvist@kund.example' },
      items: operation === undefined ? [] : (earlier?.message?.items ?? []),
    });
    const got = await fetch(punchOutUrl, {
      method: 'POST',
      headers: { 'content-type': 'text/xml; charset=utf-8' },
      body: request,
    });
    const document = parseCxml(new Uint8Array(await got.arrayBuffer()));
    const startPage = child(document.content, 'StartPage', 'URL');
    if (startPage === undefined) {
      return answer(
        502,
        'text/plain',
        `The shop refused: ${document.status?.code} ${document.status?.text}. ${document.status?.message ?? ''}\n`,
      );
    }
    response.writeHead(303, { location: allText(startPage), 'referrer-policy': 'no-referrer' });
    response.end();
  }
}

/** Of the body or, of a GET form, of the query. */
async function fieldsOf(request: IncomingMessage): Promise<Parameter[]> {
  const query = Buffer.from((request.url ?? '').split('?')[1] ?? '', 'latin1');
  const body = Buffer.concat(await request.toArray());
  return decodeParameters(request.method === 'GET' ? query : body, undefined, RETURN_LIMITS);
}
