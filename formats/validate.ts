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

/** What is right and wrong with a document. */
export interface ValidationResult {
  /** Undefined when the document is of no format that is known here. */
  readonly format: FormatId | undefined;
  /** True when no finding is fatal. */
  readonly valid: boolean;
  /** The envelope's first, then by line; at most about 1,000, with every id that occurred. */
  readonly findings: readonly Finding[];
  /** Findings beyond those. */
  readonly omitted: number;
}

/**
 * Detects the format of a document by its content, bare or in an SBDH envelope, and checks all layers in one pass, in memory that does
 * not grow with the number of lines. Never throws for what is in the document: bytes that are no readable XML are a fatal finding.
 */
export class DocumentValidator {
  readonly #rules: DocumentRules;
  readonly #stream: DocumentStream;
  #envelope: XmlElement | undefined;
  #root: XmlElement | undefined;
  #wrapped = false;
  #failure: XmlError | undefined;

  constructor({ core = true, bis3 }: Partial<CheckOptions> = {}) {
    this.#rules = new DocumentRules({ core, bis3 });
    const self = {
      envelope: (header: XmlElement): void => void (this.#envelope = header),
      begin: (root: XmlElement, wrapped: boolean): void => {
        this.#root = root;
        this.#wrapped = wrapped;
      },
    };
    this.#stream = new DocumentStream({ consumers: [self, this.#rules] });
  }

  /** Takes the next bytes; chunks may be cut anywhere. */
  write(bytes: Uint8Array): void {
    this.#reading(() => this.#stream.write(bytes));
  }

  /** Says that the document is complete. */
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
