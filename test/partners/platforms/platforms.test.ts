import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cxmlSettings, ociSettings, peppolCartSettings, punchOutSettings } from '../../../partners/punchOut.ts';
import { platformIds } from '../../../partners/platforms/ids.ts';
import { factsOf, platformFor, platforms } from '../../../partners/platforms/platforms.ts';
import { platformsPage } from '../../../tools/platforms.ts';

describe.each(platformIds)('%s', (id) => {
  const platform = platforms[id];

  test('is in the list under its id', () => expect(platform.id).toBe(id));

  test('has settings to start with that an agreement takes, for the protocols that it speaks', () => {
    const { oci, cxml, peppol } = platform.suggested;
    expect(Object.keys(platform.suggested).toSorted()).toEqual([...platform.protocols.value].toSorted());
    if (oci) ociSettings.parse(oci);
    if (cxml) cxmlSettings.parse({ from: [{ domain: 'DUNS', identity: '1' }], ...cxml });
    if (peppol) peppolCartSettings.parse(peppol);
  });

  test('has facts of no other protocol', () => {
    for (const protocol of Object.keys(platform.facts)) expect(platform.protocols.value).toContain(protocol);
  });
});

test('an agreement without platform has the generic one of the protocol', () => {
  expect(platformFor(punchOutSettings.parse({}), 'cxml').id).toBe('generic-cxml');
  expect(platformFor(punchOutSettings.parse({ platform: 'ifs' }), 'cxml').id).toBe('ifs');
});

test('facts of a platform lie over those of its protocol', () => {
  expect(factsOf(platforms.ifs, 'oci')).toEqual(platforms['generic-oci'].facts.oci);
  expect(factsOf(platforms['sap-srm'], 'oci').formFields?.value).toBe('all');
});

test('docs/platforms.md says what the list says (node tools/platforms.ts writes it)', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/platforms.md'), 'utf8');
  expect(page).toBe(await platformsPage());
});
