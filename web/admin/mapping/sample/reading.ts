import { z } from 'zod';
import { formatIds } from '../../../../formats/document/order.ts';
import { shownKinds, modes } from '../../../../partners/partner.entity.ts';
import { askShop } from '../../../../partners/sample/ask.ts';
import type {
  Guess,
  SampleNote,
  SampleNoteCode,
  SampleReading,
  TakenSetting,
} from '../../../../partners/sample/reading.ts';
import { readSample } from '../../../../partners/sample/read.ts';
import { parseSample } from '../../../../partners/sample/sample.ts';
import { RoundtripError } from '../../../../platform/errors.ts';
import { optionText, settingWord } from '../../../words/agreement/words.ts';
import type { PlainKey } from '../../../templates.ts';
import type { Tongue } from '../../../words/words.ts';
import type { AdminVisit } from '../../visit.ts';
import { valueText } from '../valueText.ts';
import type { SampleReadView } from '../views.ts';

/** A pasted text is sent in up to three bytes a character. */
export const SAMPLE_BYTES = 6_000_000;

/** What was pasted, read with what the shop knows, or why it cannot be. */
export async function readPasted({
  em,
  form,
  shop,
  tongue,
}: AdminVisit): Promise<SampleReading | { readonly problem: string }> {
  const sample = parseSample(form.get('sample') ?? '');
  if (sample.kind !== 'problem') return readSample(sample, await askShop(em, sample, shop));
  const { t, language } = tongue;
  const text = sample.text?.[language] ?? '';
  if (sample.code === 'empty') return { problem: t.mappingProblemEmpty };
  if (sample.code === 'tooLong') return { problem: t.mappingProblemTooLong };
  if (sample.code === 'noCall') return { problem: t.mappingProblemNoCall };
  if (sample.code === 'otherDocument') return { problem: t.mappingProblemOther({ text }) };
  return { problem: t.mappingProblemUnreadable({ text, line: sample.line === undefined ? '' : String(sample.line) }) };
}

const guesses = {
  name: 'mappingGuessName',
  mark: 'mappingGuessMark',
  identity: 'mappingGuessIdentity',
  process: 'mappingGuessProcess',
  unit: 'mappingGuessUnit',
  country: 'mappingGuessCountry',
  sample: 'mappingGuessSample',
} as const satisfies Readonly<Record<Guess, PlainKey>>;

/** A reading in words. */
export function readingView(reading: SampleReading, tongue: Tongue): SampleReadView {
  const { taken, notes, credential } = reading;
  const { t } = tongue;
  const user = credential?.user;
  return {
    intro: introOf(reading, tongue),
    counted: t.mappingReadCount({ count: taken.length }),
    reading: JSON.stringify(reading),
    rows: taken.map((one, index) => rowOf(one, index, tongue)),
    notes: [
      ...(user === undefined ? [] : [t.mappingCredential({ user })]),
      ...notes.map((note) => noteText(note, tongue)),
    ],
  };
}

function introOf({ kind, format }: SampleReading, { t, language }: Tongue): string {
  if (kind === 'ociCall') return t.mappingReadOci;
  if (kind === 'peppolLogin') return t.mappingReadPeppol;
  if (kind === 'setupRequest') return t.mappingReadSetup;
  return t.mappingReadOrder({ format: optionText('formats', format ?? '', language) });
}

function rowOf(
  { setting, value, from, guess }: TakenSetting,
  index: number,
  tongue: Tongue,
): SampleReadView['rows'][number] {
  const { t, language } = tongue;
  const { element, line, found } = from;
  return {
    index: String(index),
    label: settingWord(setting, language).label,
    setting,
    value: valueText(setting, value, tongue),
    element,
    line: line === undefined ? '' : t.mappingFromLine({ line }),
    found: found ?? '',
    guess: guess === undefined ? '' : t[guesses[guess]],
  };
}

type Told = Readonly<Record<SampleNoteCode, (tongue: Tongue, values: string) => string>>;

const noteTexts: Told = {
  secretLeftOut: ({ t }, values) => t.mappingNoteSecretLeftOut({ values }),
  loginInAddress: ({ t }) => t.mappingNoteLoginInAddress,
  otherSender: ({ t }, values) => t.mappingNoteOtherSender({ values }),
  customerUnknown: ({ t }, values) => t.mappingNoteCustomerUnknown({ values }),
  customerAmbiguous: ({ t }, values) => t.mappingNoteCustomerAmbiguous({ values }),
  otherSeller: ({ t }, values) => t.mappingNoteOtherSeller({ values }),
  returnAddressMissing: ({ t }) => t.mappingNoteReturnAddressMissing,
  returnAddressPlain: ({ t }, values) => t.mappingNoteReturnAddressPlain({ values }),
  fromMissing: ({ t }) => t.mappingNoteFromMissing,
  articleUnknown: ({ t }, values) => t.mappingNoteArticleUnknown({ values }),
  unitUnknown: ({ t }, values) => t.mappingNoteUnitUnknown({ values }),
  parametersLeft: ({ t }, values) => t.mappingNoteParametersLeft({ values }),
  cartUnknown: ({ t }, values) => t.mappingNoteCartUnknown({ values }),
  platformUnknown: ({ t }) => t.mappingNotePlatformUnknown,
  answerAddress: ({ t }) => t.mappingNoteAnswerAddress,
  noAnswer: ({ t }) => t.mappingNoteNoAnswer,
  prices: ({ t }) => t.mappingNotePrices,
};

/** More values than a person reads. */
const MOST_VALUES = 10;

function noteText({ code, values }: SampleNote, tongue: Tongue): string {
  const shown = values.slice(0, MOST_VALUES);
  return noteTexts[code](tongue, tongue.w.list([...shown, ...(values.length > MOST_VALUES ? ['…'] : [])]));
}

const place = z.object({ element: z.string(), line: z.number().optional(), found: z.string().optional() });
const posted = z.object({
  kind: z.enum(['ociCall', 'peppolLogin', 'setupRequest', 'order']),
  format: z.enum(formatIds).optional(),
  mode: z.enum(modes),
  name: z.string().optional(),
  credential: z.object({ kind: z.enum(shownKinds), user: z.string().optional() }).optional(),
  taken: z
    .array(
      z.object({
        setting: z.string().regex(/^[a-zA-Z]+(\.[a-zA-Z]+)*$/),
        value: z.unknown(),
        from: place,
        guess: z.enum(Object.keys(guesses) as [Guess, ...Guess[]]).optional(),
      }),
    )
    .max(100),
  notes: z
    .array(
      z.object({
        code: z.enum(Object.keys(noteTexts) as [SampleNoteCode, ...SampleNoteCode[]]),
        values: z.array(z.string()),
      }),
    )
    .max(100),
});

/** The reading as the page of it sends it back. @throws RequestInvalid for a form that is none of ours */
export function postedReading(form: URLSearchParams): SampleReading {
  try {
    return posted.parse(JSON.parse(form.get('reading') ?? '')) as SampleReading;
  } catch (error) {
    throw new RoundtripError('RequestInvalid', 'The form is incomplete; paste the sample again.', { cause: error });
  }
}

/** The settings that were chosen on the page. */
export function chosenSettings({ taken }: SampleReading, form: URLSearchParams): TakenSetting[] {
  const chosen = new Set(form.getAll('take'));
  return taken.filter((_, index) => chosen.has(String(index)));
}
