import { execFileSync, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SetupProblem } from './setupProblem.ts';

const LOG_BYTES = 10_000_000;

export interface ServerCommand {
  /** Names the pid file `run/<name>.pid` and the log `logs/<name>.log` below the data folder. */
  readonly name: string;
  readonly dataDir: string;
  readonly command: string;
  readonly args: readonly string[];
  /** A part of the command line that only this server of this data folder has: how an orphan is recognised after kill -9. */
  readonly mark: string;
  readonly stopSignal: 'SIGTERM' | 'SIGINT';
  /** Milliseconds from the stop signal to SIGKILL. */
  readonly patience: number;
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number;
  readonly gid?: number;
}

export interface Server {
  readonly name: string;
  readonly pid: number;
  readonly logFile: string;
  /** Resolves with how it ended, in words. */
  readonly exited: Promise<string>;
  running(): boolean;
  /** What it has written since this start. */
  output(): string;
  /** Stops it and waits for its end; again: no effect. */
  stop(): Promise<void>;
}

interface PidFile {
  readonly pid: number;
  readonly mark: string;
  readonly stopSignal: 'SIGTERM' | 'SIGINT';
  readonly patience: number;
}

/**
 * Starts a server in a process group of its own, so that Ctrl-C reaches only us and we stop the servers in the right order.
 * Its output goes to a file: a pipe would break when we are killed.
 */
export async function startServer(spec: ServerCommand): Promise<Server> {
  const logFile = join(spec.dataDir, 'logs', `${spec.name}.log`);
  const pidFile = pidFileOf(spec.dataDir, spec.name);
  const { log, logStart } = openLog(logFile);
  const child = spawn(spec.command, spec.args, {
    detached: true,
    stdio: ['ignore', log, log],
    cwd: spec.dataDir,
    env: spec.env ?? process.env,
    ...(spec.uid !== undefined && { uid: spec.uid }),
    ...(spec.gid !== undefined && { gid: spec.gid }),
  });
  closeSync(log);
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error) => reject(new SetupProblem(`${spec.command} cannot be run: ${error.message}`)));
  });
  const pid = child.pid!;
  let running = true;
  const exited = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => {
      running = false;
      rmSync(pidFile, { force: true });
      resolve(signal ? `ended by ${signal}` : `ended with code ${code}`);
    });
  });
  const { mark, stopSignal, patience } = spec;
  mkdirSync(dirname(pidFile), { recursive: true });
  if (running) writeFileSync(pidFile, JSON.stringify({ pid, mark, stopSignal, patience } satisfies PidFile));
  return {
    name: spec.name,
    pid,
    logFile,
    exited,
    running: () => running,
    output: () => readFileSync(logFile).subarray(logStart).toString('utf8'),
    stop: async () => {
      if (!running) return;
      child.kill(stopSignal);
      const killer = setTimeout(() => child.kill('SIGKILL'), patience);
      await exited;
      clearTimeout(killer);
    },
  };
}

/**
 * Stops the servers of a data folder one after the other, ours or what an earlier start left behind when it was killed.
 * @returns the names of those that ran
 */
export async function stopServers(dataDir: string, names: readonly string[]): Promise<string[]> {
  const stopped: string[] = [];
  for (const name of names) {
    const file = pidFileOf(dataDir, name);
    const found = readPidFile(file);
    if (found && isRunning(found)) {
      await stopProcess(found);
      stopped.push(name);
    }
    rmSync(file, { force: true });
  }
  return stopped;
}

/** Ends them at once. PostgreSQL and Temporal recover from that at the next start. */
export function killServers(dataDir: string, names: readonly string[]): void {
  for (const name of names) {
    const found = readPidFile(pidFileOf(dataDir, name));
    if (found && isRunning(found)) signal(found.pid, 'SIGKILL');
  }
}

/** The command line of a running process; empty when there is none (or it is a zombie). */
export function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    if (process.platform === 'linux') return '';
  }
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

export function pidFileOf(dataDir: string, name: string): string {
  return join(dataDir, 'run', `${name}.pid`);
}

/** A process number is given again: only the command line tells that it is still our server. */
function isRunning({ pid, mark }: PidFile): boolean {
  return commandLine(pid).includes(mark);
}

async function stopProcess(server: PidFile): Promise<void> {
  signal(server.pid, server.stopSignal);
  const deadline = Date.now() + server.patience;
  while (isRunning(server)) {
    if (Date.now() > deadline) signal(server.pid, 'SIGKILL');
    await sleep(50);
  }
}

/** A process that has just ended needs no signal. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function readPidFile(file: string): PidFile | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as PidFile;
  } catch {
    return undefined;
  }
}

/** Appends; what grew large is kept once under another name. */
function openLog(file: string): { log: number; logStart: number } {
  mkdirSync(dirname(file), { recursive: true });
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_BYTES) renameSync(file, `${file}.1`);
  return { log: openSync(file, 'a', 0o600), logStart: size > LOG_BYTES ? 0 : size };
}
