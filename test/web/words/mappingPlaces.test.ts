import { expect, test } from 'vitest';
import { headerPlaces, linePlaces } from '../../../partners/mapping/context.ts';
import { swedishPlaces } from '../../../web/words/admin/mappingPlaces.sv.ts';

test('every path that a rule can name is told in Swedish, and no other', () => {
  const paths = [...Object.keys(headerPlaces), ...Object.keys(linePlaces), 'session.parameters.NAME'];
  expect(Object.keys(swedishPlaces).toSorted()).toEqual(paths.toSorted());
});
