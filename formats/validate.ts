import type { Finding } from './document/finding.ts';
import type { FormatId } from './document/order.ts';
import type { DocumentCheck } from './ubl/rules/check.ts';
import { newCheck } from './ubl/rules/transactions.ts';
import { CAC, CBC, ORDER, ORDER_RESPONSE } from './ubl/namespaces.ts';
import type { XmlElement } from './xml/element.ts';
import { XmlError } from './xml/error.ts';
import { XmlReader } from './xml/reader.ts';

const SBDH = 'http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader';

/** What is right and wrong with a document. */
export interface ValidationResult {
  /** Undefined when the document is of no format that is known here. */
  readonly format: FormatId | undefined;
  /** True when no finding is fatal. */
  readonly valid: boolean;
  /** By line; at most about 1,000, with every id that occurred. */
  readonly findings: readonly Finding[];
  /** Findings beyond those. */
  readonly omitted: number;
}

/** Detects the format of a document by its content and checks all layers in one pass, in memory independent of its length. */
export class DocumentValidator {
  readonly #core: boolean;
  readonly #reader: XmlReader;
  #payload: XmlElement | undefined;
  #payloadDepth = 0;
  #format: FormatId | undefined;
  #check: DocumentCheck | undefined;
  #failure: XmlError | undefined;

  constructor({ core = true }: { readonly core?: boolean } = {}) {
    this.#core = core;
    this.#reader = new XmlReader({
      reportDepth: 2,
      longText: 'EmbeddedDocumentBinaryObject',
      onStart: (element, depth) => this.#start(element, depth),
      onEnd: (element, depth) => this.#end(element, depth),
    });
  }

  write(bytes: Uint8Array): void {
    this.#reading(() => this.#reader.write(bytes));
  }

  finish(): ValidationResult {
    this.#reading(() => this.#reader.close());
    if (this.#failure) return refused(undefined, unreadable(this.#failure));
    const payload = this.#payload!;
    if (!this.#check) return refused(undefined, unknown(payload));
    this.#check.end(payload);
    return { format: this.#format, ...this.#check.result };
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

  /** The document is the root, or stands in the envelope beside its header. */
  #start(element: XmlElement, depth: number): void {
    if (depth === 0 || (depth === 1 && this.#payload!.ns === SBDH && element.ns !== SBDH)) {
      this.#payload = element;
      this.#payloadDepth = depth;
    }
  }

  #end(element: XmlElement, depth: number): 'keep' | 'drop' {
    if (depth === this.#payloadDepth) this.#detect();
    if (depth !== this.#payloadDepth + 1 || element.name !== 'OrderLine' || element.ns !== CAC) return 'keep';
    this.#detect();
    this.#check?.line(element, this.#payload!);
    return 'drop';
  }

  #detect(): void {
    if (this.#check) return;
    this.#format = formatOf(this.#payload!);
    if (this.#format) this.#check = newCheck(this.#format, { core: this.#core });
  }
}

const TRANSACTIONS: readonly { root: string; ns: string; customization: RegExp; profile: string; format: FormatId }[] =
  [
    {
      root: 'Order',
      ns: ORDER,
      customization: /^urn:www\.cenbii\.eu:transaction:biitrns001:.*www\.peppol\.eu:bis:peppol28a:/,
      profile: 'urn:www.cenbii.eu:profile:bii28:ver2.0',
      format: 'peppol-28a-order',
    },
    {
      root: 'Order',
      ns: ORDER,
      customization: /^urn:www\.cenbii\.eu:transaction:biitrns001:.*www\.peppol\.eu:bis:peppol0?3a:/,
      profile: 'urn:www.cenbii.eu:profile:bii03:ver2.0',
      format: 'peppol-3a-order',
    },
    {
      root: 'OrderResponse',
      ns: ORDER_RESPONSE,
      customization: /^urn:www\.cenbii\.eu:transaction:biitrns076:.*www\.peppol\.eu:bis:peppol28a:/,
      profile: 'urn:www.cenbii.eu:profile:bii28:ver2.0',
      format: 'peppol-28a-order-response',
    },
  ];

function header(payload: XmlElement, name: string): string {
  return payload.children.find((child) => child.name === name && child.ns === CBC)?.text.trim() ?? '';
}

function formatOf(payload: XmlElement): FormatId | undefined {
  const customization = header(payload, 'CustomizationID');
  const profile = header(payload, 'ProfileID');
  return TRANSACTIONS.find(
    (each) =>
      payload.name === each.root &&
      payload.ns === each.ns &&
      (customization === '' ? profile === each.profile : each.customization.test(customization)),
  )?.format;
}

function refused(format: FormatId | undefined, finding: Finding): ValidationResult {
  return { format, valid: false, findings: [finding], omitted: 0 };
}

function unreadable({ kind, reason, line, found, expected }: XmlError): Finding {
  const ids = {
    malformed: 'XML-MALFORMED',
    encoding: 'XML-ENCODING',
    tooLarge: 'XML-TOO-LARGE',
    unsupported: 'XML-UNSUPPORTED',
  };
  const detail = { ...(found === undefined ? {} : { found }), ...(expected === undefined ? {} : { expected }) };
  return { id: ids[kind], layer: 'structure', severity: 'fatal', path: '/', line, text: `${reason}.`, ...detail };
}

function unknown(payload: XmlElement): Finding {
  const customization = header(payload, 'CustomizationID') || 'none';
  return {
    id: 'FORMAT-UNKNOWN',
    layer: 'structure',
    severity: 'fatal',
    path: `/${payload.name}`,
    line: payload.line,
    text: 'The document is of no format that is checked here.',
    found: `root ${payload.name} in ${payload.ns || 'no namespace'}, CustomizationID ${customization}`,
    expected: TRANSACTIONS.map(({ format }) => format).join(', '),
  };
}
