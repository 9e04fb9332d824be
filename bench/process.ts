import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';

export interface Program {
  readonly name: string;
  /** File of the repository and its arguments, run by this Node. */
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Receives all that the program writes. */
  readonly logFile: string;
  /** Told every line of standard output after the first. */
  readonly onLine?: (line: string) => void;
}

/** A program of ours in a process of its own. */
export interface RunningProgram {
  readonly name: string;
  readonly pid: number;
  /** What it prints first. Rejects when it ends before. */
  readonly firstLine: Promise<string>;
  readonly exited: Promise<string>;
  running(): boolean;
  kill(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

const children = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

export function run(program: Program): RunningProgram {
  mkdirSync(dirname(program.logFile), { recursive: true });
  const log = createWriteStream(program.logFile, { flags: 'a' });
  const child = spawn(process.execPath, program.args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...program.env },
    cwd: `${import.meta.dirname}/..`,
  });
  children.add(child);
  child.stderr.pipe(log, { end: false });
  const lines = createInterface({ input: child.stdout });
  const exited = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => {
      children.delete(child);
      resolve(signal ? `ended by ${signal}` : `ended with code ${code}`);
    });
  });
  const firstLine = new Promise<string>((resolve, reject) => {
    lines.once('line', resolve);
    void exited.then((how) => reject(new Error(`${program.name} ${how}; see ${program.logFile}`)));
  });
  firstLine.catch(() => undefined);
  lines.on('line', (line) => log.write(`${line}\n`));
  if (program.onLine)
    void firstLine.then(
      () => lines.on('line', program.onLine!),
      () => undefined,
    );
  return {
    name: program.name,
    pid: child.pid!,
    firstLine,
    exited,
    running: () => children.has(child),
    kill: async (signal) => {
      child.kill(signal);
      await exited;
    },
  };
}

/** Bytes of real memory that the process holds now; 0 when it is gone. */
export function residentBytes(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

export interface MemoryWatch {
  /** Highest sum seen above the sum at the start, in bytes. */
  stop(): number;
}

/** Looks every 20 ms at the memory of all these processes together. */
export function watchMemory(pids: readonly number[]): MemoryWatch {
  const now = (): number => pids.reduce((sum, pid) => sum + residentBytes(pid), 0);
  const idle = now();
  let peak = idle;
  const timer = setInterval(() => (peak = Math.max(peak, now())), 20);
  return {
    stop: () => {
      clearInterval(timer);
      return Math.max(peak, now()) - idle;
    },
  };
}
