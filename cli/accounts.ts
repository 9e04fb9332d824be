import type { EntityManager } from '@mikro-orm/postgresql';
import { Command } from 'commander';
import { Account } from '../accounts/account.entity.ts';
import { hasAccounts, listAccounts, nameKey } from '../accounts/accounts.ts';
import type { Role } from '../accounts/roles.ts';
import { createSetupLink } from '../accounts/setupLinks.ts';
import { openDatabase } from '../database/open.ts';
import { readLocalConfig } from '../platform/config.ts';
import { SetupProblem } from '../platform/embedded/setupProblem.ts';
import { databaseUrl, localEnvironment } from './settings.ts';

/** Stands in the audit trail. */
const ACTOR = 'roundtrip accounts';

interface CreateOptions {
  readonly administrator?: true;
  readonly operator?: true;
}

const create = new Command('create')
  .description(
    'Print a link by which somebody makes an account: once, within three days. A reader, unless said otherwise.',
  )
  .option('--administrator', 'who may do everything, and makes the others')
  .option('--operator', 'who decides about orders and documents')
  .action(async ({ administrator, operator }: CreateOptions) => {
    const role: Role = administrator ? 'administrator' : operator ? 'operator' : 'reader';
    await withDatabase(async (em) => {
      const token = await createSetupLink(em, { role, createdBy: ACTOR }, new Date());
      console.log(addressOf(setupPath(token)));
    });
  });

const link = new Command('link')
  .description('Print a link by which the person of an account chooses a new password: once, within three days.')
  .argument('<name>', 'of the account')
  .action(async (name: string) => {
    await withDatabase(async (em) => {
      const account = await em.findOne(Account, { nameKey: nameKey(name), disabledAt: null });
      if (!account) throw new SetupProblem(`There is no account ${name}; npx roundtrip accounts list shows them.`);
      const { id: accountId, role } = account;
      const token = await createSetupLink(em, { accountId, role, createdBy: ACTOR }, new Date());
      console.log(addressOf(setupPath(token)));
    });
  });

const list = new Command('list')
  .description('Print who may log in to the console.')
  .option('--json', 'one JSON object per line {"name","role","disabled","lastLoginAt"}')
  .action(async ({ json }: { json?: true }) => {
    await withDatabase(async (em) => {
      for (const { name, role, disabledAt, lastLoginAt } of await listAccounts(em)) {
        const disabled = disabledAt !== null;
        if (json) console.log(JSON.stringify({ name, role, disabled, lastLoginAt: lastLoginAt ?? null }));
        else console.log(`${name}  ${role}${disabled ? '  disabled' : ''}`);
      }
    });
  });

export const accountsCommand = new Command('accounts')
  .description('Let people into the console, also when nobody can log in. Passwords are chosen in the browser alone.')
  .addCommand(create)
  .addCommand(link)
  .addCommand(list);

/** Where the first administrator is made, below the public address; undefined where there are accounts. */
export async function firstSetupPath(em: EntityManager, createdBy: string): Promise<string | undefined> {
  if (await hasAccounts(em)) return undefined;
  return setupPath(await createSetupLink(em, { role: 'administrator', createdBy }, new Date()));
}

function setupPath(token: string): string {
  return `/admin/setup/${token}`;
}

function addressOf(path: string): string {
  return `${readLocalConfig(localEnvironment()).publicUrl}${path}`;
}

async function withDatabase(work: (em: EntityManager) => Promise<void>): Promise<void> {
  const orm = await openDatabase({ url: databaseUrl(), poolMax: 2, applicationName: 'roundtrip-accounts' });
  try {
    await work(orm.em.fork());
  } finally {
    await orm.close();
  }
}
