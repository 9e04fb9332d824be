import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SHARED } from '../../kit/oracle.ts';
import { sampleFiles } from '../kit.ts';
import { validate } from '../ubl/rules/kit/findings.ts';

/**
 * What `validate` says of each defect that the reference library names (its own names, no rule ids): our id, and a word of the sentence
 * or path where several have the same id.
 */
const DEFECTS: Readonly<Record<string, readonly [id: string, word: RegExp]>> = {
  'missing-sbdh': ['RT-SBDH-HEADER', /header/],
  'invalid-header-version': ['RT-SBDH-VERSION', /version/],
  'invalid-sender-count': ['RT-SBDH-SENDER', /exactly one/],
  'invalid-receiver-count': ['RT-SBDH-RECEIVER', /exactly one/],
  'invalid-sender-authority': ['RT-SBDH-AUTHORITY', /Sender/],
  'invalid-receiver-authority': ['RT-SBDH-AUTHORITY', /Receiver/],
  'invalid-sender-value': ['RT-SBDH-SENDER', /participant/],
  'invalid-receiver-value': ['RT-SBDH-RECEIVER', /participant/],
  'invalid-standard': ['RT-SBDH-TYPE', /document type/],
  'invalid-type': ['RT-SBDH-TYPE', /document type/],
  'invalid-type-version': ['RT-SBDH-SCOPE', /version/],
  'invalid-instance-identifier': ['RT-SBDH-INSTANCE', /instance/],
  'business-scope-missing': ['RT-SBDH-SCOPE', /COUNTRY_C1/],
  'invalid-scope-count': ['RT-SBDH-SCOPE', /missing|does not name/],
  'invalid-document-type-identifier': ['RT-SBDH-SCOPE', /DOCUMENTID/],
  'missing-document-type-identifier': ['RT-SBDH-SCOPE', /DOCUMENTID/],
  'invalid-process-identifier': ['RT-SBDH-SCOPE', /PROCESSID/],
  'missing-process-identifier': ['RT-SBDH-SCOPE', /PROCESSID/],
  MISSING_COUNTRY_C1: ['RT-SBDH-SCOPE', /COUNTRY_C1/],
  'invalid-mls-to': ['RT-SBDH-MLS', /MLS_TO/],
  'invalid-mls-type': ['RT-SBDH-MLS', /MLS_TYPE/],
};

/** Defects that the reference library finds by the XSD of the envelope alone. */
const BY_SCHEMA: Readonly<Record<string, readonly [id: string, word: RegExp]>> = {
  'bad-no-xml.txt': ['XML-MALFORMED', /./],
  'bad-too-few-senders.xml': ['RT-SBDH-SENDER', /exactly one/],
  'bad-too-few-receivers.xml': ['RT-SBDH-RECEIVER', /exactly one/],
  'bad-mls-to-empty.xml': ['RT-SBDH-MLS', /MLS_TO/],
  'bad-mls-to-no-value.xml': ['RT-SBDH-MLS', /MLS_TO/],
  'bad-mls-type-empty.xml': ['RT-SBDH-MLS', /MLS_TYPE/],
  'bad-no-business-message.xml': ['XML-UNSUPPORTED', /./],
  'bad-invalid-business-message.xml': ['XML-UNSUPPORTED', /./],
  'bad-invalid-creation-date-and-time.xml': ['RT-SBDH-TIME', /time/],
};

const EXPECTED = join(SHARED, 'data/peppol/expected/sbdh-bad.json');
const available = existsSync(EXPECTED);
if (!available) console.log(`Defects of envelopes are not compared: ${EXPECTED} is not there.`);

describe.runIf(available)('the defect is named in', () => {
  const { files } = available
    ? (JSON.parse(readFileSync(EXPECTED, 'utf8')) as { files: Record<string, string> })
    : { files: {} };
  const bad = sampleFiles('sbdh/bad').filter((file) => files[basename(file)] !== undefined);

  test('every sample is expected', () => {
    expect(bad.length).toBe(sampleFiles('sbdh/bad').length);
    for (const [file, defect] of Object.entries(files)) expect(DEFECTS[defect] ?? BY_SCHEMA[file]).toBeDefined();
  });

  test.each(bad.map((file) => [basename(file), file]))('%s', (name, file) => {
    const [id, word] = (DEFECTS[files[name]!] ?? BY_SCHEMA[name])!;
    const { findings } = validate(readFileSync(file));
    const named = findings.filter((each) => each.id === id);
    expect(named.some(({ text, path }) => word.test(text) || word.test(path))).toBe(true);
  });
});

// Older ones have no country, which is demanded since 2023; the hybrid carries a PDF.
describe.runIf(available)('a good envelope has no finding of its own', () => {
  const good = sampleFiles('sbdh/good').filter((file) => !/hybrid|v11|gxs1|bis3\.xml/.test(file));

  test.each(good.map((file) => [basename(file), file]))('%s', (_, file) => {
    const { findings } = validate(readFileSync(file));
    expect(findings.filter(({ id, severity }) => id.startsWith('RT-SBDH-') && severity !== 'info')).toEqual([]);
  });
});
