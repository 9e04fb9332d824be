import { writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { beginRun, findRun } from '../conformance/runs.ts';
import { openDatabase } from '../database/open.ts';
import { findAtAddress } from '../partners/partners.ts';
import { readConfig } from '../platform/config.ts';
import { RoundtripError } from '../platform/errors.ts';
import { KeyRing } from '../platform/keyRing.ts';
import { shopProfile } from '../shop/profile.ts';
import { checkTitle, reportFile } from '../web/conformance/report.ts';
import { rootOf } from '../web/root.ts';
import { tongue } from '../web/words/words.ts';
import { exitCodes } from './exitCodes.ts';

interface ConformanceOptions {
  readonly partner: string;
  readonly out?: string;
  readonly language: 'sv' | 'en';
  readonly json?: true;
}

const signs = { pass: 'ok  ', fail: 'FAIL', notApplicable: '-   ' } as const;

export const conformanceCommand = new Command('conformance')
  .description(
    'Run all checks that apply to the test agreement of a partner, as its purchasing system would meet them (docs/console.md). API and worker must be running.',
  )
  .requiredOption('--partner <code>', "one of the partner's addresses")
  .option('--out <file>', 'the report as one HTML file, to be sent to the partner')
  .addOption(new Option('--language <language>', 'of the report').choices(['sv', 'en']).default('en'))
  .option('--json', 'one JSON object a check')
  .addHelpText('after', '\nExit code 1: a check failed, or the run was broken off; 2: wrong usage.')
  .action(run);

async function run({ partner, out, language, json }: ConformanceOptions): Promise<void> {
  const config = readConfig(process.env);
  const orm = await openDatabase({ url: config.databaseUrl, poolMax: 2, applicationName: 'roundtrip-conformance' });
  try {
    const at = await findAtAddress(orm.em.fork(), partner);
    if (!at) throw new RoundtripError('NotFound', `No partner has the address ${partner}.`);
    const spoken = tongue(language, 'UTC');
    const deps = { orm, keyRing: new KeyRing(config.secretKeys), address: config.publicUrl };
    const { id, done } = await beginRun(deps, { partnerId: at.id, by: 'roundtrip conformance' }, (result) => {
      const { outcome, finding } = result;
      const said = finding?.said ? `: ${finding.said}` : '';
      console.log(json ? JSON.stringify(result) : `${signs[outcome]} ${checkTitle(result.id, spoken)}${said}`);
    });
    await done;
    const em = orm.em.fork();
    const finished = await findRun(em, at.id, id);
    if (finished.failure) console.error(finished.failure);
    if (out !== undefined) {
      const timeZone = (await shopProfile(em))?.timeZone ?? 'UTC';
      await writeFile(out, reportFile(finished, at.name, { language, timeZone, root: rootOf({ config }) }, new Date()));
    }
    const hasFailed = finished.failure !== null || finished.results.some(({ outcome }) => outcome === 'fail');
    if (hasFailed) process.exitCode = exitCodes.findings;
  } finally {
    await orm.close();
  }
}
