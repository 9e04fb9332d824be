import path from 'node:path';
import { Command } from 'commander';
import { openDatabase } from '../database/open.ts';
import { isPassing, receiveMail, type TakenMail, type TakenPart } from '../intake/mail.ts';
import { readConfig, type Config } from '../platform/config.ts';
import { RoundtripError } from '../platform/errors.ts';
import { createLogger } from '../platform/logging.ts';
import { Engine } from '../platform/temporal.ts';
import { temporalAccess } from '../platform/temporalAccess.ts';
import { readMail } from '../transports/mail/read.ts';
import { localEnvironment } from './settings.ts';

/** What mail servers understand of a program that they pipe into (sysexits.h): bring it again, it is not wanted, it is too large. */
const exits = { again: 75, unwanted: 77, unusable: 65 } as const;
/** Bytes: documents of 50 MB in base64. */
const LARGEST = 75_000_000;

export const mailInCommand = new Command('mail-in')
  .description('Take in the documents that are attached to a mail, as a mail server pipes it (docs/transports.md).')
  .option('--json', 'one JSON object')
  .addHelpText(
    'after',
    '\nReads one message from standard input. Exit code 0: it is taken, and what became of each attachment is printed; 75: bring it again later; 65 and 77: it will not be taken, the reason is on standard error.',
  )
  .action(async ({ json }: { readonly json?: true }) => {
    const bytes = await readAll(process.stdin);
    if (bytes === undefined) return refuse(exits.unusable, `The mail is larger than ${LARGEST} bytes.`);
    try {
      const taken = await receive(readConfig(localEnvironment()), bytes);
      console.log(json ? JSON.stringify(inJson(taken)) : taken.parts.map(inWords).join('\n'));
    } catch (error) {
      if (!(error instanceof RoundtripError)) {
        // Whatever is wrong here is not the sender's fault.
        const why = error instanceof Error ? error.message : String(error);
        return refuse(exits.again, `The mail cannot be taken at the moment: ${why}`);
      }
      const { type, message, details } = error;
      const found = details.map((detail) => ` Found: ${detail.found}.`).join('');
      return refuse(isPassing(error) ? exits.again : exits.unwanted, `${message}${found} (${type})`);
    }
  });

async function receive(config: Config, bytes: Buffer): Promise<TakenMail> {
  const orm = await openDatabase({ url: config.databaseUrl, poolMax: 2, applicationName: 'roundtrip-mail-in' });
  const engine = new Engine({
    ...temporalAccess(config),
    namespace: config.temporalNamespace,
    pauses: { firstRetry: config.deliveryFirstRetry, longestRetry: config.deliveryLongestRetry },
  });
  // Standard error goes into the mail that tells the sender: what happened stands in the database.
  const log = createLogger('silent', 'mail-in', process.stderr);
  try {
    const spool = path.join(config.dataDirectory, 'spool');
    return await receiveMail({ orm, engine, log, config, spool }, await readMail(bytes, config.mailAuthservId));
  } finally {
    await engine.close();
    await orm.close();
  }
}

/** @returns undefined when it is too large; the rest is read all the same, so that the mail server does not see a broken pipe */
async function readAll(input: NodeJS.ReadStream): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of input as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size <= LARGEST) pieces.push(piece);
  }
  return size <= LARGEST ? Buffer.concat(pieces) : undefined;
}

function refuse(code: number, sentence: string): void {
  console.error(sentence);
  process.exitCode = code;
}

function inWords({ filename, ignored, receipt, failure }: TakenPart): string {
  if (ignored || !receipt) return `${filename}: no document`;
  if (receipt.kept) return `${filename}: kept, reference ${receipt.reference}`;
  if (failure) return `${filename}: refused, reference ${receipt.reference}: ${failure.message}`;
  return `${filename}: ${receipt.repeated ? 'received before' : 'received'}, reference ${receipt.reference}`;
}

function inJson({ guest, parts }: TakenMail) {
  return {
    partner: guest.code,
    attachments: parts.map(({ filename, ignored, receipt, failure }) => ({
      ...{ filename, ignored, reference: receipt?.reference, repeated: receipt?.repeated, kept: receipt?.kept },
      refused: failure && { code: failure.type, message: failure.message },
    })),
  };
}
