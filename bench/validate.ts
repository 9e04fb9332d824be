import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noOracle, Oracle, type OracleVerdict } from '../test/kit/oracle.ts';
import { orderXml } from './orders.ts';
import { type BenchFormat } from './orders/spec.ts';
import type { BenchResult } from './result.ts';
import { median, rounded } from './statistics.ts';
import type { Side } from './validate.side.ts';

const LINES = 1_000;
const RUNS = 5;

export interface ValidateResult extends BenchResult {
  readonly bench: 'validate';
  readonly format: BenchFormat;
  /** Bare saxes ÷ ours. */
  readonly limit: number;
  /** True when both sides found the same: rule ids and how often each. */
  readonly sameFindings: boolean;
}

/**
 * Parse and all layers of an order of 1,000 lines: the official validators in a warm JVM ÷ us (`ratio`), and bare saxes ÷ us (`limit`).
 * Ours and saxes run in fresh processes of their own, five each in turn; the JVM compiles its rules on another order first.
 */
export async function validate({ format }: { readonly format: BenchFormat }): Promise<ValidateResult> {
  const missing = noOracle();
  if (missing) throw new Error(`The official validators cannot be measured: ${missing}.`);
  const folder = mkdtempSync(join(tmpdir(), 'roundtrip-bench-'));
  try {
    const file = join(folder, 'order.xml');
    writeFileSync(file, spoiled(orderXml({ format, number: 'VALIDATE-1', lines: LINES, articles: 300 })));
    const ours: Side[] = [];
    const saxes: Side[] = [];
    for (let i = 0; i < RUNS; i += 1) {
      saxes.push(inFreshProcess('saxes', file));
      ours.push(inFreshProcess('ours', file));
    }
    const official = await officially(file, folder, format);
    const milliseconds = median(ours.map((side) => side.milliseconds));
    const same = counts(official.verdict.failed.map(({ id }) => id)) === counts(ours[0]!.ids);
    console.log(`official ${Math.round(official.milliseconds)} ms, ours ${rounded(milliseconds)} ms`);
    console.log(`findings: ${same ? 'the same' : 'NOT the same'} (${counts(ours[0]!.ids)})`);
    return {
      bench: 'validate',
      format,
      ratio: rounded(official.milliseconds / milliseconds),
      limit: rounded(median(saxes.map((side, i) => side.milliseconds / ours[i]!.milliseconds))),
      sameFindings: same,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function inFreshProcess(side: 'ours' | 'saxes', file: string): Side {
  const output = execFileSync(process.execPath, [`${import.meta.dirname}/validate.side.ts`, side, file]);
  return JSON.parse(output.toString()) as Side;
}

async function officially(
  file: string,
  folder: string,
  format: BenchFormat,
): Promise<{ verdict: OracleVerdict; milliseconds: number }> {
  const small = join(folder, 'small.xml');
  writeFileSync(small, orderXml({ format, number: 'WARM-1', lines: 1, articles: 300 }));
  const oracle = new Oracle();
  try {
    for (let i = 0; i < 5; i += 1) await oracle.judge(small);
    const begin = performance.now();
    const verdict = await oracle.judge(file);
    return { verdict, milliseconds: performance.now() - begin };
  } finally {
    oracle.close();
  }
}

/** Breaks some rules of each family here and there, so that both sides have something to find. */
function spoiled(xml: string): string {
  const spoil: Readonly<Record<number, (line: string) => string>> = {
    3: (line) => line.replace('unitCode="C62"', 'unitCode="PK"'),
    50: (line) => line.replace(' unitCodeListID="UNECERec20"', ''),
    70: (line) => line.replace(/(<cbc:Quantity [^>]*>)/, '$1-'),
    90: (line) => line.replace('<cac:SellersItem', '<cbc:BrandName>Tall</cbc:BrandName><cac:SellersItem'),
    110: (line) => line.replace('currencyID="SEK"', 'currencyID="ECV"'),
    130: (line) => line.replace(/<cbc:TotalTaxAmount.*?<\/cbc:TotalTaxAmount>/, ''),
  };
  const [header, ...lines] = xml.split('<cac:OrderLine>');
  return [header, ...lines.map((line, i) => spoil[i % 200]?.(line) ?? line)].join('<cac:OrderLine>');
}

function counts(ids: readonly string[]): string {
  const sorted = [...new Set(ids)].toSorted();
  return sorted.map((id) => `${id} x ${ids.filter((each) => each === id).length}`).join(', ');
}
