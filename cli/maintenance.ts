import { userInfo } from 'node:os';
import { Command, InvalidArgumentError } from 'commander';
import type { EntityManager } from '@mikro-orm/postgresql';
import { openDatabase } from '../database/open.ts';
import { recordChange } from '../documents/audit.ts';
import { beginMaintenance, currentMaintenance, endMaintenance } from '../platform/maintenance.ts';
import { databaseUrl } from './settings.ts';

interface OnOptions {
  readonly until?: Date;
  readonly reason: string;
}

const subject = { kind: 'maintenance', id: '1', name: 'Roundtrip' };

/** An instant, or a time of today or, where that is over, of tomorrow, as this machine's clock shows it. */
function moment(text: string): Date {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
  if (hours === undefined) {
    const instant = new Date(text);
    if (Number.isNaN(instant.getTime())) throw new InvalidArgumentError('14:00 or 2026-11-26T14:00:00Z is expected');
    return instant;
  }
  const today = new Date();
  today.setHours(Number(hours), Number(minutes), 0, 0);
  if (today < new Date()) today.setDate(today.getDate() + 1);
  return today;
}

function shortReason(text: string): string {
  if (text.length > 200) throw new InvalidArgumentError('at most 200 characters are expected');
  return text;
}

export const maintenanceCommand = new Command('maintenance').description(
  'Take nothing in for a while: partners are told, in their protocol, to send again later. What came before goes on.',
);

maintenanceCommand
  .command('on')
  .description('Begin, or say anew until when and why.')
  .option('--until <time>', 'when it is likely over: 14:00, or an instant such as 2026-11-26T14:00:00Z', moment)
  .option('--reason <text>', 'told to partners', shortReason, '')
  .action(async ({ until, reason }: OnOptions) => {
    await withDatabase(async (em) => {
      const by = userInfo().username;
      await em.transactional(async (tx) => {
        await beginMaintenance(tx, { until, reason, by });
        const after = { ...(until && { until: until.toISOString() }), reason };
        await recordChange(tx, { actor: by, action: 'maintenance.begun', subject, after });
      });
      console.log('Nothing is taken in within two seconds. End it: npx roundtrip maintenance off');
    });
  });

maintenanceCommand
  .command('off')
  .description('Take everything in again.')
  .action(async () => {
    await withDatabase(async (em) => {
      const ended = await em.transactional(async (tx) => {
        const found = await endMaintenance(tx);
        if (found) await recordChange(tx, { actor: userInfo().username, action: 'maintenance.ended', subject });
        return found;
      });
      console.log(ended ? 'Everything is taken in again within two seconds.' : 'There was no maintenance.');
    });
  });

maintenanceCommand
  .command('status')
  .description('Is there maintenance, since when and until when?')
  .option('--json', 'one JSON object')
  .action(async ({ json }: { json?: true }) => {
    await withDatabase(async (em) => {
      const found = await currentMaintenance(em);
      if (json) return console.log(JSON.stringify(found ?? {}));
      if (!found) return console.log('There is no maintenance.');
      const { since, until, reason, startedBy } = found;
      const end = until ? `, until about ${until.toISOString()}` : '';
      console.log(`Since ${since.toISOString()} by ${startedBy}${end}.${reason ? ` ${reason}` : ''}`);
    });
  });

async function withDatabase(work: (em: EntityManager) => Promise<void>): Promise<void> {
  const orm = await openDatabase({ url: databaseUrl(), poolMax: 2, applicationName: 'roundtrip-maintenance' });
  try {
    await work(orm.em.fork());
  } finally {
    await orm.close();
  }
}
