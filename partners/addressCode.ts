import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

const LONGEST = 50;

/** An address made from a name: `Åkerö Verkstad AB` is `akero-verkstad-ab`. Empty where the name has neither letter nor digit. */
export function suggestedCode(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[æø]/g, (letter) => (letter === 'æ' ? 'ae' : 'o'))
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '');
  const code = plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, LONGEST)
    .replace(/-$/, '');
  return code === 'hub' ? 'hub-1' : code;
}

/** The same with a number behind it where another partner has it, or its test address: `akero-2`. */
export async function freeCode(em: EntityManager, name: string): Promise<string> {
  const code = suggestedCode(name) || 'partner';
  const { rows } = await sql<{ code: string }>`
    select code from partner_address where starts_with(code, ${code})`.execute(em.getKysely());
  const taken = new Set(rows.map((row) => row.code));
  const isFree = (each: string): boolean => !taken.has(each) && !taken.has(`${each}-test`);
  if (isFree(code)) return code;
  let number = 2;
  while (!isFree(`${code}-${number}`)) number += 1;
  return `${code}-${number}`;
}
