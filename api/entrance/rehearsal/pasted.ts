import { decodeParameters, type Parameter } from '../../../formats/oci/parameters.ts';
import { isCxml } from '../../../formats/cxml/detect.ts';
import { isAddressCode } from '../../../partners/partners.ts';
import type { Door } from '../gate.ts';
import { parseCurl } from './curl.ts';

/** What somebody pasted, taken apart: a command of curl, a request as it goes over the line, an address, XML, or the fields of a form. */
export interface Pasted {
  readonly kind: 'cxml' | 'xml' | 'form' | 'nothing';
  /** The end of a partner's address, where one was pasted. */
  readonly address?: { readonly door: 'punchin' | 'punchout'; readonly kind: Door; readonly code: string };
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
  readonly inQuery: readonly Parameter[];
  readonly inBody: readonly Parameter[];
  /** A file that the command would send: its content was not pasted. */
  readonly file: string | undefined;
}

interface Request {
  readonly url: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  readonly file?: string | undefined;
}

/** @throws ParametersTooLarge */
export function readPasted(text: string): Pasted {
  const { url, headers, body, file } = parseCurl(text) ?? parseRequest(text) ?? parseRest(text.trim());
  const query = url.includes('?') ? url.slice(url.indexOf('?') + 1).replace(/#.*$/s, '') : '';
  // Pasted text has lost its encoding: it is UTF-8 by now, whatever its declaration says.
  const bytes = Buffer.from(body.replace(/^(\s*<\?xml[^>]*?)\sencoding\s*=\s*["'][^"']*["']/, '$1'));
  const isXml = /^\s*</.test(body);
  const inBody = isXml ? [] : decodeParameters(Buffer.from(fieldsOf(body)));
  const inQuery = decodeParameters(Buffer.from(query));
  const hasFields = inBody.length + inQuery.length > 0;
  const address = addressOf(url);
  return {
    kind: isXml ? (isCxml(bytes) ? 'cxml' : 'xml') : hasFields ? 'form' : 'nothing',
    ...(address && { address }),
    ...{ headers, inQuery, inBody, file },
    body: isXml ? bytes : new Uint8Array(0),
  };
}

/** `POST /punchin/x HTTP/1.1`, headers, an empty line, the body. */
function parseRequest(text: string): Request | undefined {
  const [head = '', ...rest] = text.trim().split(/\r?\n\r?\n/);
  const [first = '', ...lines] = head.split(/\r?\n/);
  const [, url] = /^(?:GET|POST|PUT)\s+(\S+)\s+HTTP\/[\d.]+\s*$/.exec(first) ?? [];
  if (url === undefined) return undefined;
  const headers = new Map(
    lines.flatMap((line) => {
      const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
      return name === undefined ? [] : [[name.toLowerCase(), value!.trim()] as const];
    }),
  );
  return { url, headers, body: rest.join('\n\n') };
}

/** An address with or without a query, XML, or fields. */
function parseRest(text: string): Request {
  const isAddress = /^(https?:\/\/\S+|\/punch(in|out)\/\S+)$/.test(text);
  return { url: isAddress ? text : '', headers: new Map(), body: isAddress ? '' : text };
}

/** Fields as a form sends them, or one on each line: `name=value`, `name: value`. */
function fieldsOf(body: string): string {
  const lines = body
    .trim()
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  if (lines.length <= 1) return body.trim();
  return lines
    .map((line) => /^\s*([^=:\s]+)\s*[=:]\s*(.*?)\s*$/.exec(line))
    .flatMap((match) => (match ? [`${encodeURIComponent(match[1]!)}=${encodeURIComponent(match[2]!)}`] : []))
    .join('&');
}

function addressOf(url: string): Pasted['address'] {
  const path = (URL.parse(url)?.pathname ?? url.replace(/[?#].*$/s, '')).replace(/\/$/, '');
  const [, door, hub, code] = /\/(punchin|punchout)\/(hub\/)?([^/]+)$/.exec(path) ?? [];
  if (code === undefined || !isAddressCode(code)) return undefined;
  return { door: door as 'punchin' | 'punchout', kind: hub === undefined ? 'partner' : 'hub', code };
}
