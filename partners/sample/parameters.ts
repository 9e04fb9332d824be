/** Parameters of a call as somebody pastes it: an address, a form's body, a whole HTTP request, an HTML form, or one `name=value` a line. */
import { decodeParameters, type Parameter } from '../../formats/oci/parameters.ts';

export interface PastedParameter {
  readonly name: string;
  readonly value: string;
  /** 1-based line of the text. */
  readonly line: number;
  /** Does it stand in the address? */
  readonly inAddress: boolean;
}

const ADDRESS = /\bhttps?:\/\/[^\s"'<>|]+/i;
const REQUEST_LINE = /^(?:GET|POST)\s+(\S*)/i;
const HEADER = /^[a-z][a-z0-9-]*:\s/i;
const PAIRS = /^[^\s=<>?/]+=/;
const INPUT = /<input\b[^>]*>/gi;

/** The parameters of a call, in their order; none where the text is no call. @throws ParametersTooLarge */
export function pastedParameters(text: string): PastedParameter[] {
  const lines = text.split(/\r\n|\n|\r/);
  return lines.flatMap((line, index) => ofLine(line.trim()).map((found) => ({ ...found, line: index + 1 })));
}

type Found = Omit<PastedParameter, 'line'>;

function ofLine(line: string): Found[] {
  if (line === '' || line.startsWith('#')) return [];
  const inputs = [...line.matchAll(INPUT)].flatMap(([tag]) => ofInput(tag));
  if (inputs.length > 0) return inputs;
  const address = REQUEST_LINE.exec(line)?.[1] ?? ADDRESS.exec(PAIRS.test(line) ? '' : line)?.[0];
  if (address !== undefined) return [...inAddress(address), ...afterAddress(line, address)];
  if (HEADER.test(line) || line.startsWith('<')) return [];
  return PAIRS.test(line) ? decoded(line, false) : [];
}

function inAddress(address: string): Found[] {
  const query = address.indexOf('?');
  return query < 0 ? [] : decoded(address.slice(query + 1).split('#', 1)[0]!, true);
}

/** The body behind an address in the same line, as in `POST https://... | a=b`. */
function afterAddress(line: string, address: string): Found[] {
  const rest = line.slice(line.indexOf(address) + address.length).replace(/^[\s|"']+|(?:\s+HTTP\/[\d.]+)?["']?$/g, '');
  return PAIRS.test(rest) ? decoded(rest, false) : [];
}

function decoded(text: string, inAddress: boolean): Found[] {
  const pairs: Parameter[] = decodeParameters(new TextEncoder().encode(text));
  return pairs.map(([name, value]) => ({ name: name.trim(), value, inAddress })).filter(({ name }) => name !== '');
}

function ofInput(tag: string): Found[] {
  const attribute = (name: string): string | undefined => {
    const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
    return found ? unescaped(found[1] ?? found[2] ?? found[3] ?? '') : undefined;
  };
  const name = attribute('name');
  return name === undefined ? [] : [{ name, value: attribute('value') ?? '', inAddress: false }];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" };

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos|#39);/g, (_, name: string) => ENTITIES[name]!);
}
