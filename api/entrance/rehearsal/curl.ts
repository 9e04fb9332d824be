/** A command of curl as people paste it: what it would send. Nothing is run, and no file is read. */
export interface CurlCommand {
  readonly url: string;
  readonly method: string | undefined;
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  /** A file that it would send: its content is not here. */
  readonly file: string | undefined;
}

const DATA = new Set(['-d', '--data', '--data-ascii', '--data-binary', '--data-raw', '--data-urlencode']);
/** Options with a value of no interest here; others are taken for switches. */
const VALUED = new Set([
  '-o',
  '--output',
  '-m',
  '--max-time',
  '--connect-timeout',
  '--cacert',
  '--cert',
  '--key',
  '-x',
  '--proxy',
  '-w',
  '--write-out',
  '-b',
  '--cookie',
  '--resolve',
]);

/** Undefined for a text that is no command of curl. */
export function parseCurl(text: string): CurlCommand | undefined {
  const [command, ...words] = shellWords(text.trim());
  if (command !== 'curl') return undefined;
  const headers = new Map<string, string>();
  const bodies: string[] = [];
  let [url, method, file]: (string | undefined)[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const { option, value, taken } = optionAt(words, at);
    if (option === undefined) url ??= value;
    else if (option === '--url') url = value;
    else if (option === '-X' || option === '--request') method = value.toUpperCase();
    else if (option === '-H' || option === '--header') addHeader(headers, value);
    else if (option === '-u' || option === '--user') headers.set('authorization', basic(value));
    else if (option === '--oauth2-bearer') headers.set('authorization', `Bearer ${value}`);
    else if (option === '-A' || option === '--user-agent') headers.set('user-agent', value);
    else if (DATA.has(option)) {
      if (value.startsWith('@') && option !== '--data-raw') file = value.slice(1);
      else bodies.push(value);
    }
    at += taken;
  }
  return { url: url ?? '', method, headers, body: bodies.join('&'), file };
}

/** One option: `-u x`, `-ux`, `--user x`, `--user=x`; the words that its value took beside its own. */
function optionAt(
  words: readonly string[],
  at: number,
): { readonly option: string | undefined; readonly value: string; readonly taken: number } {
  const word = words[at]!;
  if (!/^-./.test(word)) return { option: undefined, value: word, taken: 0 };
  const [, long, given] = /^(--[\w-]+)=(.*)$/s.exec(word) ?? [];
  if (long !== undefined) return { option: long, value: given!, taken: 0 };
  if (/^-[XHudAombxw]./.test(word)) return { option: word.slice(0, 2), value: word.slice(2), taken: 0 };
  const takes =
    VALUED.has(word) || DATA.has(word) || /^(-[XHuA]|--(url|request|header|user|oauth2-bearer|user-agent))$/.test(word);
  return { option: word, value: takes ? (words[at + 1] ?? '') : '', taken: takes ? 1 : 0 };
}

function addHeader(headers: Map<string, string>, line: string): void {
  const [, name, value] = /^([^:]+):\s*(.*)$/s.exec(line) ?? [];
  if (name !== undefined) headers.set(name.trim().toLowerCase(), value!.trim());
}

function basic(userAndSecret: string): string {
  return `Basic ${Buffer.from(userAndSecret, 'utf8').toString('base64')}`;
}

const WORD = /(?:\\(?:\r?\n|(.))|'([^']*)'|\$'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\[^])*)"|([^\s'"\\]+))(\s*)/gsy;

/** Words as a shell splits them: quotes, backslashes, and lines that go on. Variables stay as they are written. */
function shellWords(text: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    const [, escaped, single, ansi, double, plain, space] = match;
    const part = escaped ?? single ?? (ansi === undefined ? undefined : unescaped(ansi)) ?? inQuotes(double) ?? plain;
    if (part !== undefined) word = (word ?? '') + part;
    if (space !== '' && word !== undefined) {
      words.push(word);
      word = undefined;
    }
  }
  return word === undefined ? words : [...words, word];
}

function inQuotes(text: string | undefined): string | undefined {
  return text?.replaceAll(/\\\r?\n/g, '').replaceAll(/\\(["\\$`])/g, '$1');
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/gs, (_, sign: string) => ESCAPES[sign] ?? sign);
}
