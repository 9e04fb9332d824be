import { describe, expect, it } from 'vitest';
import { collections, hasSamples } from './samples.ts';
import { verdictOf } from './verdict.ts';

/** Where we judge otherwise than the collection, and why. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'CXmlTest/Handling/fixtures/quote_request.xml': 'valid by Quote.dtd, but its DOCTYPE names cXML.dtd',
  'metadata/cxml/samples/QuoteMessage.xml': 'valid by Quote.dtd, but its DOCTYPE names cXML.dtd',
};

if (!hasSamples) {
  console.log('The samples of other systems are not beside the project: what validate says of them is not compared.');
  it('without the samples there is nothing to compare', () => expect(hasSamples).toBe(false));
}

describe.runIf(hasSamples)('validate', () => {
  const samples = hasSamples ? collections().flatMap((each) => each.samples) : [];
  const judged = samples.filter(({ expected }) => expected !== undefined);

  it('has expected results to be compared with', () => expect(judged.length).toBeGreaterThan(150));

  it.each(judged.map((sample) => [sample.name, sample]))('says of %s what is expected', (name, sample) => {
    const { valid, says } = verdictOf(sample);
    const differs = Object.keys(OTHERWISE).some((end) => name.endsWith(end));
    expect(valid, says).toBe(sample.expected!.valid !== differs);
  });
});
