import { pino, type DestinationStream, type Logger } from 'pino';

export type { Logger } from 'pino';

const MASK = '[hidden]';
const LONGEST_TEXT = 1_000;
const DEEPEST = 6;

/** Names whose values never belong in a log: credentials, and bodies of documents. */
const SECRET_NAME =
  /authori[sz]ation|cookie|secret|passw(or)?d|passphrase|token|credential|api[-_]?key|private[-_]?key|^(key|keys|hash|sealed)$/i;
const BODY_NAME = /^(body|bytes|content|document|xml|payload|parameters|params)$/i;

/** A user and password inside an address, and the value of an authorization header quoted in a text. */
const URL_PASSWORD = /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi;
const QUOTED_CREDENTIAL = /\b(Basic|Bearer)\s+[A-Za-z0-9+/=._~-]{6,}/g;

/**
 * The logger of a process: JSON lines with redaction inside, so that no caller can forget it.
 * @param level one of pino's levels
 * @param service name of the process, for example `api`
 */
export function createLogger(level: string, service: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    messageKey: 'message',
    errorKey: 'error',
    formatters: {
      level: (label: string) => ({ level: label }),
      log: (entry: object) => redact(entry) as Record<string, unknown>,
    },
    serializers: { error: (value: unknown) => value },
    hooks: {
      logMethod(this: Logger, args: Parameters<pino.LogFn>, method: pino.LogFn) {
        const masked = args.map((value: unknown) => (typeof value === 'string' ? redactText(value) : value));
        method.apply(this, masked as Parameters<pino.LogFn>);
      },
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** A copy that is fit for a log: secrets and bodies hidden, bytes as their number, long texts cut, errors as plain objects. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'bigint') return value.toString();
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Uint8Array) return `[${value.byteLength} bytes]`;
  if (value instanceof Date) return value.toISOString();
  if (depth >= DEEPEST) return '[deeper]';
  if (value instanceof Error) return redactError(value, depth);
  if (Array.isArray(value)) return value.slice(0, 50).map((item) => redact(item, depth + 1));
  const copy: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) {
    copy[name] = item !== undefined && isHidden(name) ? MASK : redact(item, depth + 1);
  }
  return copy;
}

function isHidden(name: string): boolean {
  return SECRET_NAME.test(name) || BODY_NAME.test(name);
}

/** Of an error's own fields only `code`, `type` and `constraint`: drivers attach queries with their values. */
function redactError(error: Error, depth: number): Record<string, unknown> {
  const extra = error as { code?: unknown; type?: unknown; constraint?: unknown };
  return {
    name: error.name,
    message: redactText(error.message),
    ...(typeof extra.code === 'string' && { code: extra.code }),
    ...(typeof extra.type === 'string' && { type: extra.type }),
    ...(typeof extra.constraint === 'string' && { constraint: extra.constraint }),
    ...(error.stack && { stack: redactText(frames(error.stack)) }),
    ...(error.cause !== undefined && { cause: redact(error.cause, depth + 1) }),
  };
}

/** The frames alone: the stack repeats the message, which may be long. */
function frames(stack: string): string {
  const first = stack.search(/\n\s+at /);
  return first < 0 ? '' : stack.slice(first + 1);
}

function redactText(text: string): string {
  const cut = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}… (${text.length} characters)` : text;
  const masked = cut.replace(URL_PASSWORD, `$1${MASK}@`).replace(QUOTED_CREDENTIAL, `$1 ${MASK}`);
  return masked.trimStart().startsWith('<?xml') ? `[XML of ${text.length} characters]` : masked;
}
