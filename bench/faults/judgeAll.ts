import type { ReceivedMessage } from '../receiver.messages.ts';
import { books, settled, stored } from './evidence.ts';
import { judgeFiles, type KeptFile, type PutFile } from './filesVerdict.ts';
import { PATIENCE } from './furnish.ts';
import { judge, type SentOrder, type Verdict } from './verdict.ts';

/** What a partner knows at the end of a run. */
interface Experienced {
  readonly sent: readonly SentOrder[];
  readonly messages: readonly ReceivedMessage[];
  readonly files: { readonly put: readonly PutFile[]; kept(): KeptFile[]; left(): string[] };
}

/**
 * Waits until nothing is under way, and holds what the partner sent and got against what is stored.
 * @param experienced asked when all is over; @param wrong what else is wrong, in words
 * @returns the verdict, and how many documents came that were stored before
 */
export async function judgeAll(
  databaseUrl: string,
  experienced: () => Promise<Experienced>,
  wrong: readonly string[],
): Promise<{ readonly verdict: Verdict; readonly duplicates: number }> {
  const isDone = await settled(databaseUrl, PATIENCE);
  const { sent, messages, files } = await experienced();
  const ofOrders = judge({ sent, messages, ...(await stored(databaseUrl)) });
  const ofFiles = judgeFiles(files.put, files.kept(), files.left());
  const kept = await books(databaseUrl);
  const verdict = {
    lost: [...ofOrders.lost, ...ofFiles.lost],
    doubled: [...ofOrders.doubled, ...ofFiles.doubled],
    wrong: [
      ...ofOrders.wrong,
      ...wrong,
      ...(isDone ? [] : ['some documents or deliveries were never finished']),
      ...(kept.balanced ? [] : [`the books do not balance: ${JSON.stringify(kept)}`]),
    ],
  };
  return { verdict, duplicates: kept.duplicates };
}
