import { describe, expect, it } from 'vitest';
import { draftProblems } from '../../partners/drafts.ts';
import { readAgreement } from '../../partners/partners.ts';
import { platformIds } from '../../partners/platforms/ids.ts';
import { startFromCopy, startFromPlatform } from '../../partners/starts.ts';

describe('a new agreement', () => {
  it.each(platformIds)('for %s lacks nothing but the names of a cXML buyer', (id) => {
    const settings = startFromPlatform(id);
    const places = draftProblems(settings, 'test').map(({ element }) => element);
    expect(places.filter((place) => place !== 'punchOut.cxml.from' && place !== 'cxml.from')).toEqual([]);
    expect(settings).toMatchObject({ punchOut: { platform: id } });
  });

  it('that is a copy keeps how things are done, and nothing of the other partner', () => {
    const name = { domain: 'DUNS', identity: '111' };
    const settings = readAgreement(
      {
        customers: ['K1'],
        orderResponses: { url: 'https://other.example.com/in' },
        price: { tolerancePercent: '2' },
        matching: { units: { ST: 'EA' }, defaultCustomer: 'K1' },
        punchOut: { cxml: { from: [name] }, returnHosts: ['other.example.com'], promiseDays: 7 },
      },
      'production',
    );
    const copy = startFromCopy({ ...settings });
    expect(JSON.stringify(copy)).not.toMatch(/K1|other\.example|111/);
    expect(copy).toMatchObject({
      price: { tolerancePercent: '2' },
      matching: { units: { ST: 'EA' } },
      punchOut: { promiseDays: 7, cxml: { from: [] } },
    });
    expect(draftProblems(copy, 'test').map(({ element }) => element)).toEqual(['punchOut.cxml.from']);
  });
});
