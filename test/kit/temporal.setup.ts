import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { freePort } from '../../platform/embedded/ports.ts';
import { startTemporal } from '../../platform/embedded/temporal.ts';
import { findTemporalCli } from '../../platform/embedded/temporalCli.ts';
import { serverFolder } from './folders.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** host:port of this run's server. */
    readonly temporalAddress: string;
  }
}

/** One Temporal for the run; each user of it takes a namespace of its own (see testTemporal). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await serverFolder(`temporal-${project.name}`);
  const cli = await findTemporalCli(dataDir, (line) => console.log(line));
  const temporal = await startTemporal({ dataDir, cli, port: await freePort(), namespace: 'roundtrip' });
  project.provide('temporalAddress', temporal.address);
  return async () => {
    await temporal.server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
