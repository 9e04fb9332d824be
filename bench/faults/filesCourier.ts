import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSftpServer } from '../../test/kit/sftpServer.ts';
import { answerIn, type ReceivedMessage } from '../receiver.messages.ts';
import type { Courier } from './courier.ts';
import { filesIn, Inboxes, inboxesAt, isHalf, sha256Of } from './inboxes.ts';

/** Where the partner finds its answers. */
const ANSWERS = 'bench/answers';

/** Folders on this machine. @param exchange EXCHANGE_DIR */
export function folderCourier(exchange: string): Promise<Courier> {
  const nothing = () => Promise.resolve();
  return Promise.resolve(filesCourier(exchange, { kind: 'folder' }, { cut: () => undefined, close: nothing }));
}

/** Folders on a server of SFTP. @param exchange EXCHANGE_DIR, which nobody uses then */
export async function sftpCourier(exchange: string): Promise<Courier> {
  const { port, user, hostKey, password: secret, root, cut, close } = await startSftpServer();
  const at = { kind: 'sftp', host: '127.0.0.1', port, user, credential: 'filer', hostKey } as const;
  return { ...filesCourier(root, at, { cut, close }), environment: environmentOf(exchange), secret };
}

const environmentOf = (exchange: string) => ({ PICKUP_INTERVAL: '300ms', EXCHANGE_DIR: exchange });

function filesCourier(
  root: string,
  at: { readonly kind: 'folder' | 'sftp' },
  wire: Pick<Courier, 'cut' | 'close'>,
): Courier {
  const inboxes = new Inboxes(root);
  mkdirSync(join(root, ANSWERS), { recursive: true });
  const halfAnswers = () => filesIn(root, ANSWERS).filter(isHalf);
  return {
    environment: environmentOf(root),
    settings: { pickups: inboxesAt(at), orderResponses: { ...at, folder: ANSWERS } },
    put: inboxes.put,
    write: (name, text, isBroken) => inboxes.write(name, text, isBroken),
    claimed: () => inboxes.claimed(),
    left: () => [...inboxes.left(), ...halfAnswers()],
    kept: () => inboxes.kept(),
    answers: (known) => answersIn(root, known),
    ...wire,
  };
}

/** Each file is a message of its own. */
function answersIn(root: string, known: ReadonlySet<string>): ReceivedMessage[] {
  const whole = filesIn(root, ANSWERS).filter((path) => !isHalf(path));
  return whole.map((path) => {
    const bytes = readFileSync(join(root, path));
    const sha256 = sha256Of(bytes);
    const said = answerIn(bytes.toString('utf8'));
    return { messageId: path, ...said, sha256, times: 1, accepted: 1, changed: !known.has(sha256) };
  });
}
