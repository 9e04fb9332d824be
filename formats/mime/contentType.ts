/** A Content-Type header (RFC 9110, 8.3; RFC 2045, 5.1). */
export interface ContentType {
  /** In lower case: `multipart/related`. */
  readonly type: string;
  /** By name in lower case, values as sent without quotes. */
  readonly parameters: ReadonlyMap<string, string>;
}

const TYPE = /^\s*([\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+)\s*(?:;|$)/;
/** Name and value of a parameter: a quoted string, where a backslash hides the character after it, or a token. */
const PARAMETER = /;\s*([\w!#$%&'*+.^`|~-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*))/g;

/** Reads a header's value; undefined where it names no type. The first of two parameters with one name counts. */
export function parseContentType(value: string): ContentType | undefined {
  const type = TYPE.exec(value)?.[1];
  return type === undefined ? undefined : { type: type.toLowerCase(), parameters: parseParameters(value) };
}

/** The parameters after the first semicolon; those of Content-Disposition are written likewise. */
export function parseParameters(value: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const [, name, quoted, token] of value.matchAll(PARAMETER)) {
    const key = name!.toLowerCase();
    if (!parameters.has(key)) parameters.set(key, quoted?.replace(/\\(.)/g, '$1') ?? token ?? '');
  }
  return parameters;
}
