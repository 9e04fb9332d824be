import type { DespatchAdvice, DespatchLine } from '../document/despatchAdvice.ts';
import { writeXml, type XmlNode } from '../xml/writer.ts';
import { header3, line3 } from './despatchAdvice3.write.ts';
import { header30A, line30A } from './despatchAdvice30a.write.ts';
import { despatchedPackages, type DespatchedPackages } from './despatchedPackages.ts';
import { CAC, CBC, DESPATCH_ADVICE } from './namespaces.ts';

export type UblDespatchFormat = 'peppol-30a-despatch-advice' | 'peppol-3-despatch-advice';

/** What the despatch advices of BIS 30A and of BIS 3 do not have in common. */
interface Dialect {
  readonly header: (advice: DespatchAdvice, packages: DespatchedPackages) => (XmlNode | undefined)[];
  readonly line: (line: DespatchLine, packages: DespatchedPackages) => XmlNode;
}

const dialects: Readonly<Record<UblDespatchFormat, Dialect>> = {
  'peppol-30a-despatch-advice': { header: header30A, line: line30A },
  'peppol-3-despatch-advice': { header: header3, line: line3 },
};

const ROOT = { name: 'DespatchAdvice', namespaces: { '': DESPATCH_ADVICE, cac: CAC, cbc: CBC } };

/**
 * Writes a Despatch Advice (T16) of Peppol BIS 30A or BIS 3 (release 2026.5) as a stream of strings in UTF-8. Without any line, or with a
 * line in a package that the advice does not name, it throws.
 */
export function writeDespatchAdvice(
  advice: DespatchAdvice,
  format: UblDespatchFormat,
): AsyncGenerator<string, void, undefined> {
  return writeXml(ROOT, parts(advice, dialects[format]));
}

async function* parts(advice: DespatchAdvice, { header, line }: Dialect): AsyncGenerator<XmlNode, void, undefined> {
  const packages = despatchedPackages(advice.packages);
  for (const part of header(advice, packages)) if (part) yield part;
  let lines = 0;
  for await (const each of advice.lines) {
    yield line(each, packages);
    lines++;
  }
  if (lines === 0) throw new Error('a despatch advice says what was sent, but has no line');
}
