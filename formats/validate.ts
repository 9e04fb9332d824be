import { checkCxml } from './cxml/document.check.ts';
import { hasCxmlDtd, isCxml } from './cxml/detect.ts';
import type { Finding } from './document/finding.ts';
import type { FormatId } from './document/order.ts';
import { checkEnvelope } from './sbdh/sbdh.check.ts';
import { parseEnvelope } from './sbdh/sbdh.parse.ts';
import { profiles } from './ubl/profiles.ts';
import { text } from './ubl/read.ts';
import type { CheckOptions } from './ubl/rules/check.ts';
import { DocumentRules } from './ubl/rules/documentRules.ts';
import { DocumentStream } from './ubl/stream.ts';
import type { XmlElement } from './xml/element.ts';
import { XmlError } from './xml/error.ts';
import type { XmlLimits } from './xml/limits.ts';

export interface ValidateOptions extends Partial<CheckOptions> {
  /** Of a document in UBL, where they are not those of a document that comes in. */
  readonly limits?: Partial<XmlLimits>;
}

/** What is right and wrong with a document. */
export interface ValidationResult {
  /** Undefined when the document is of no format that is known here; every document of cXML is known by its name. */
  readonly format: FormatId | `cxml-${string}` | undefined;
  /** True when no finding is fatal. */
  readonly valid: boolean;
  /** The envelope's first, then by line; at most about 1,000, with every id that occurred. */
  readonly findings: readonly Finding[];
  /** Findings beyond those. */
  readonly omitted: number;
}

/**
 * Detects the format of a document by its content and checks all layers. UBL, bare or in an SBDH envelope, is checked in one pass, in memory
 * that does not grow with the number of lines; cXML whole, up to the limits that hold for it. Never throws for what is in the document:
 * bytes that are no readable XML are a fatal finding.
 */
export class DocumentValidator {
  readonly #options: ValidateOptions;
  #head: Uint8Array = new Uint8Array();
  #judge: Judge | undefined;

  constructor(options: ValidateOptions = {}) {
    this.#options = options;
  }

  /** Takes the next bytes; chunks may be cut anywhere. */
  write(bytes: Uint8Array): void {
    if (this.#judge) return this.#judge.write(bytes);
    this.#head = this.#head.length === 0 ? bytes : joined([this.#head, bytes]);
    if (this.#head.length >= HEAD) this.#begin();
  }

  /** Says that the document is complete. */
  finish(): ValidationResult {
    return (this.#judge ?? this.#begin()).finish();
  }

  #begin(): Judge {
    const ofCxml = isCxml(this.#head) || hasCxmlDtd(this.#head);
    this.#judge = ofCxml ? new CxmlJudge() : new UblJudge(this.#options);
    this.#judge.write(this.#head);
    return this.#judge;
  }
}

/** Bytes that are waited for before a document is told to be cXML or not: its DOCTYPE or root is among them. */
const HEAD = 4_096;

interface Judge {
  write(bytes: Uint8Array): void;
  finish(): ValidationResult;
}

/** The whole document is kept until it is complete: the parser bounds its size. */
class CxmlJudge implements Judge {
  readonly #chunks: Uint8Array[] = [];

  write(bytes: Uint8Array): void {
    this.#chunks.push(bytes);
  }

  finish(): ValidationResult {
    try {
      const { format, findings } = checkCxml(joined(this.#chunks));
      const kept = findings.slice(0, MOST);
      const valid = findings.every(({ severity }) => severity !== 'fatal');
      return { format, valid, findings: kept, omitted: findings.length - kept.length };
    } catch (error) {
      if (error instanceof XmlError) return refused(unreadable(error));
      throw error;
    }
  }
}

/** Findings that are kept of a cXML document. */
const MOST = 1_000;

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

class UblJudge implements Judge {
  readonly #rules: DocumentRules;
  readonly #stream: DocumentStream;
  #envelope: XmlElement | undefined;
  #root: XmlElement | undefined;
  #wrapped = false;
  #failure: XmlError | undefined;

  constructor({ core = true, bis3, limits = {} }: ValidateOptions) {
    this.#rules = new DocumentRules({ core, bis3 });
    const self = {
      envelope: (header: XmlElement): void => void (this.#envelope = header),
      begin: (root: XmlElement, wrapped: boolean): void => {
        this.#root = root;
        this.#wrapped = wrapped;
      },
    };
    this.#stream = new DocumentStream({ consumers: [self, this.#rules], limits });
  }

  write(bytes: Uint8Array): void {
    this.#reading(() => this.#stream.write(bytes));
  }

  finish(): ValidationResult {
    this.#reading(() => this.#stream.close());
    if (this.#failure) return refused(unreadable(this.#failure));
    const root = this.#root!;
    const judged = this.#rules.result ?? refused(unknown(root));
    const around = this.#around(root);
    const valid = judged.valid && around.every(({ severity }) => severity !== 'fatal');
    return { ...judged, valid, findings: [...around, ...judged.findings] };
  }

  /** What is wrong with the envelope, if the document is in one. */
  #around(root: XmlElement): Finding[] {
    if (this.#envelope) return checkEnvelope(this.#envelope, parseEnvelope(this.#envelope), root);
    return this.#wrapped ? [withoutHeader(root)] : [];
  }

  /** After a failure the rest of the bytes is of no interest. */
  #reading(work: () => void): void {
    if (this.#failure) return;
    try {
      work();
    } catch (error) {
      if (!(error instanceof XmlError)) throw error;
      this.#failure = error;
    }
  }
}

function refused(finding: Finding): ValidationResult {
  return { format: undefined, valid: false, findings: [finding], omitted: 0 };
}

function withoutHeader({ line }: XmlElement): Finding {
  return {
    id: 'RT-SBDH-HEADER',
    layer: 'advice',
    severity: 'fatal',
    path: '/StandardBusinessDocument',
    line,
    text: 'The envelope has no header: it does not say who sent what to whom.',
    expected: 'StandardBusinessDocumentHeader',
  };
}

const UNREADABLE: Readonly<Record<XmlError['kind'], string>> = {
  malformed: 'XML-MALFORMED',
  encoding: 'XML-ENCODING',
  tooLarge: 'XML-TOO-LARGE',
  unsupported: 'XML-UNSUPPORTED',
};

function unreadable({ kind, reason, line, found, expected }: XmlError): Finding {
  const detail = { ...(found === undefined ? {} : { found }), ...(expected === undefined ? {} : { expected }) };
  return {
    id: UNREADABLE[kind],
    layer: 'structure',
    severity: 'fatal',
    path: '/',
    line,
    text: `${reason}.`,
    ...detail,
  };
}

function unknown(root: XmlElement): Finding {
  const customization = text(root, 'CustomizationID');
  return {
    id: 'FORMAT-UNKNOWN',
    layer: 'structure',
    severity: 'fatal',
    path: `/${root.name}`,
    line: root.line,
    text: 'The document is in no format that is checked here.',
    found: `${root.name} in ${root.ns || 'no namespace'} with ${customization ? `CustomizationID ${customization}` : 'no CustomizationID'}`,
    expected: Object.keys(profiles).join(', '),
  };
}
