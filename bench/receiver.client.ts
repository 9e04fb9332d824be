import { failingModes, type ReceivedMessage, type ReceiverMode } from './receiver.messages.ts';
import { run, type RunningProgram } from './process.ts';

export interface Receiver {
  /** Where a partner's agreement sends order responses. */
  readonly url: string;
  readonly program: RunningProgram;
  messages(): Promise<ReceivedMessage[]>;
  /** Resolves when so many different messages were accepted since the last `forget`. */
  accepted(count: number, signal?: AbortSignal): Promise<void>;
  /** In which ways it can fail. */
  readonly modes: typeof failingModes;
  behave(mode: ReceiverMode): Promise<void>;
  forget(): Promise<void>;
}

export async function startReceiver(logFile: string): Promise<Receiver> {
  const program = run({ name: 'receiver', args: [`${import.meta.dirname}/receiver.ts`], logFile });
  const ports = JSON.parse(await program.firstLine) as { documentPort: number; controlPort: number };
  const control = (path: string, init?: RequestInit): Promise<Response> =>
    fetch(`http://127.0.0.1:${ports.controlPort}${path}`, init);
  return {
    url: `http://127.0.0.1:${ports.documentPort}/order-responses`,
    program,
    messages: async () => (await (await control('/messages')).json()) as ReceivedMessage[],
    accepted: async (count, signal) => {
      await (await control(`/when?accepted=${count}`, signal ? { signal } : {})).text();
    },
    modes: failingModes,
    behave: async (mode) => {
      await (await control('/mode', { method: 'PUT', body: mode })).text();
    },
    forget: async () => {
      await (await control('/messages', { method: 'DELETE' })).text();
    },
  };
}
