import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { headerPlaces, linePlaces } from '../../../partners/mapping/context.ts';
import { mappingProblems } from '../../../partners/mapping/fields.ts';
import { transform } from '../../../partners/mapping/schema.ts';
import { punchOut } from '../cart.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/mapping.md'), 'utf8');

test.each([...Object.entries(headerPlaces), ...Object.entries(linePlaces)])(
  'docs/mapping.md tells of %s',
  (path, place) => {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${path}\` `));
    expect(row).toContain(place.text);
    expect(row?.includes('personal')).toBe(place.personal === true);
  },
);

test('docs/mapping.md tells of every transform', () => {
  const steps = transform.options.flatMap(({ shape }) =>
    'values' in shape.do ? [...shape.do.values] : shape.do.options,
  );
  expect(steps).toContain('translate');
  for (const step of steps) expect(page).toContain(`\`${step}\``);
});

test('the example of docs/mapping.md is a good mapping', () => {
  const example: unknown = JSON.parse(/```json\n([^]*?)```/.exec(page)?.[1] ?? '');
  expect(mappingProblems(punchOut({ oci: {}, mapping: example }))).toEqual([]);
});
