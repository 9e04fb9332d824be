import { createReadStream } from 'node:fs';
import { styleText } from 'node:util';
import { Command, Option } from 'commander';
import { findingSentence, type Severity } from '../formats/document/finding.ts';
import { bis3Releases, newestRelease, type Bis3Release } from '../formats/ubl/rules/releases.ts';
import { ANY_LENGTH } from '../formats/xml/limits.ts';
import { DocumentValidator, type ValidationResult } from '../formats/validate.ts';
import { exitCodes } from './exitCodes.ts';

interface ValidateOptions {
  readonly core: boolean;
  readonly bis3: Bis3Release;
  readonly json?: true;
}

/** One file's verdict, or why it could not be read. */
type Judged = { readonly file: string } & (ValidationResult | { readonly unreadable: string });

export const validateCommand = new Command('validate')
  .description(
    'Check documents: structure (UBL, DTD of cXML), official rules, core. The format is detected by the content.',
  )
  .argument('<file...>', 'for example order.xml')
  .option('--no-core', 'leave out the core layer (warnings about what goes beyond the core of the BIS)')
  .addOption(
    new Option('--bis3 <release>', 'release of the rules of Peppol BIS 3').choices(bis3Releases).default(newestRelease),
  )
  .option('--json', 'one JSON object per file {"file","format","valid","findings":[...]}')
  .addHelpText('after', '\nExit code 1: a document has a fatal finding; 2: a file cannot be read.')
  .action(async (files: string[], options: ValidateOptions) => {
    const all: Judged[] = [];
    for (const file of files) {
      const judged = await judge(file, options);
      all.push(judged);
      if ('unreadable' in judged) console.error(`${file}: ${judged.unreadable}`);
      else console.log(options.json ? JSON.stringify(asJson(judged)) : inWords(judged));
    }
    if (!options.json) console.log(summary(all));
    process.exitCode = exitCode(all);
  });

/** Streams the file, so that its size does not matter. */
async function judge(file: string, { core, bis3 }: ValidateOptions): Promise<Judged> {
  const validator = new DocumentValidator({ core, bis3, limits: ANY_LENGTH });
  try {
    for await (const chunk of createReadStream(file)) validator.write(chunk as Uint8Array);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const known: Readonly<Record<string, string>> = {
      ENOENT: 'there is no such file',
      EISDIR: 'this is a folder',
      EACCES: 'no permission',
    };
    return { file, unreadable: known[code] ?? message };
  }
  return { file, ...validator.finish() };
}

function exitCode(all: readonly Judged[]): number {
  if (all.some((each) => 'unreadable' in each)) return exitCodes.usage;
  return all.every((each) => 'valid' in each && each.valid) ? exitCodes.fine : exitCodes.findings;
}

function asJson({ file, format, valid, findings, omitted }: { readonly file: string } & ValidationResult): unknown {
  return {
    file,
    format: format ?? null,
    valid,
    findings: findings.map((finding) => {
      const { id, layer, severity, path, line } = finding;
      return { id, layer, severity, path, line, text: findingSentence(finding) };
    }),
    ...(omitted > 0 ? { omitted } : {}),
  };
}

const colours = { fatal: 'red', warning: 'yellow', info: 'blue' } as const satisfies Record<Severity, string>;

function inWords({ file, format, valid, findings, omitted }: { readonly file: string } & ValidationResult): string {
  const verdict = valid ? styleText('green', 'valid') : styleText('red', 'not valid');
  const lines = [`${styleText('bold', file)}: ${format ?? 'unknown format'}, ${verdict}`];
  for (const finding of findings) {
    const { id, layer, severity, path, line } = finding;
    lines.push(`  line ${line}, ${styleText(colours[severity], severity)} ${id} (${layer}) at ${path}`);
    lines.push(`    ${findingSentence(finding)}`);
  }
  if (omitted > 0) lines.push(`  and ${omitted} more of the same kinds`);
  return lines.join('\n');
}

function summary(all: readonly Judged[]): string {
  const judged = all.filter((each) => 'valid' in each);
  const findings = judged.flatMap((each) => each.findings);
  const count = (severity: Severity): number => findings.filter((each) => each.severity === severity).length;
  const parts = [
    `${judged.length} checked`,
    `${judged.filter((each) => each.valid).length} valid`,
    `${count('fatal')} fatal`,
    count('warning') === 1 ? '1 warning' : `${count('warning')} warnings`,
  ];
  if (judged.length < all.length) parts.push(`${all.length - judged.length} not readable`);
  return parts.join(', ');
}
