import { userInfo } from 'node:os';
import { Command } from 'commander';
import type { EntityManager } from '@mikro-orm/postgresql';
import { openDatabase } from '../database/open.ts';
import { findPerson, removePerson, type PersonPlace } from '../documents/people.ts';
import { databaseUrl } from './settings.ts';

interface RemoveOptions {
  readonly texts?: boolean;
  readonly apply?: true;
  readonly json?: true;
}

const NAMES = 'how the person is named: name, mail address, telephone, each in quotation marks';

export const peopleCommand = new Command('people').description(
  'Where the data of a person stands, and its removal when the person asks for it.',
);

peopleCommand
  .command('find')
  .description('Say where names stand, as whole words in small or capital letters. Nothing is changed.')
  .argument('<names...>', NAMES)
  .option('--json', 'one JSON array')
  .action(async (names: string[], { json }: { json?: true }) => {
    const found = await withDatabase((em) => findPerson(em, names));
    console.log(json ? JSON.stringify(found) : inWords(found).join('\n'));
  });

peopleCommand
  .command('remove')
  .description('Put [removed] where names stand. Without --apply it only says what would be done.')
  .argument('<names...>', NAMES)
  .option('--texts', 'texts of documents that have a name as well; orders are accounting records for years')
  .option('--apply', 'do it, for good')
  .option('--json', 'one JSON array')
  .action(async (names: string[], { texts = false, apply, json }: RemoveOptions) => {
    const found = await withDatabase((em) =>
      apply ? removePerson(em, names, { by: userInfo().username, texts }) : findPerson(em, names),
    );
    if (json) return console.log(JSON.stringify(found));
    if (apply) return console.log(['Removed, and written into the trail of changes:', ...lines(found)].join('\n'));
    console.log([...inWords(found), 'Nothing was changed. Remove it for good: add --apply.'].join('\n'));
  });

const fates = {
  words: 'To be replaced by [removed]:',
  texts: 'To be removed whole with --texts, where nothing can happen to them any more:',
  stays: 'Stays; change it where it is kept, or it goes after its time:',
} as const;

function inWords(found: readonly PersonPlace[]): string[] {
  if (found.length === 0) return ['The names stand nowhere.'];
  const parts = Object.entries(fates).map(([fate, heading]) => ({
    heading,
    rows: lines(found.filter((one) => one.fate === fate)),
  }));
  return [
    ...parts.flatMap(({ heading, rows }) => (rows.length === 0 ? [] : [heading, ...rows])),
    'Excel files and attachments within documents were not looked into.',
  ];
}

function lines(found: readonly PersonPlace[]): string[] {
  return found.map(({ place, count, examples }) => {
    const more = count > examples.length ? ', ...' : '';
    return `  ${String(count).padStart(6)}  ${place}: ${examples.join(', ')}${more}`;
  });
}

async function withDatabase<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
  const orm = await openDatabase({ url: databaseUrl(), poolMax: 2, applicationName: 'roundtrip-people' });
  try {
    return await work(orm.em.fork());
  } finally {
    await orm.close();
  }
}
