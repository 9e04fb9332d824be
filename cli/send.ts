import { openAsBlob } from 'node:fs';
import { Command } from 'commander';
import { SetupProblem } from '../platform/embedded/setupProblem.ts';
import { exitCodes } from './exitCodes.ts';

interface SendOptions {
  readonly to: string;
  readonly user?: string;
  readonly bearer?: string;
  readonly contentType: string;
  readonly json?: true;
}

export const sendCommand = new Command('send')
  .description('Send a document to an address and print the receipt.')
  .argument('<file>')
  .requiredOption('--to <url>', 'for example http://localhost:3000/punchin/lindstroms')
  .option('--user <name:secret>', 'HTTP Basic')
  .option('--bearer <token>', 'HTTP Bearer')
  .option('--content-type <type>', 'media type of the document', 'application/xml')
  .option('--json', 'one JSON object {"status","body"}')
  .action(async (file: string, options: SendOptions) => {
    const { status, body } = await send(file, options);
    console.log(options.json ? JSON.stringify({ status, body }) : `HTTP ${status}\n${body}`);
    process.exitCode = status >= 200 && status < 300 ? exitCodes.fine : exitCodes.findings;
  });

/** No redirect is followed: a machine's address that redirects is set up wrongly, and its credentials go nowhere else. */
async function send(file: string, options: SendOptions): Promise<{ status: number; body: string }> {
  const body = await readFile(file);
  const authorization = credentials(options);
  try {
    const response = await fetch(options.to, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { 'content-type': options.contentType, ...(authorization && { authorization }) },
      signal: AbortSignal.timeout(60_000),
    });
    return { status: response.status, body: await response.text() };
  } catch (error) {
    const { cause, message } = error as Error & { cause?: Error };
    throw new SetupProblem(`${options.to} does not answer: ${cause?.message ?? message}.`);
  }
}

async function readFile(file: string): Promise<Blob> {
  try {
    return await openAsBlob(file);
  } catch {
    throw new SetupProblem(`${file} cannot be read.`);
  }
}

function credentials({ user, bearer }: SendOptions): string | undefined {
  if (user !== undefined) return `Basic ${Buffer.from(user).toString('base64')}`;
  return bearer === undefined ? undefined : `Bearer ${bearer}`;
}
