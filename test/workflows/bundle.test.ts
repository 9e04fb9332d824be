import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../workflows');
const logger = new DefaultLogger('ERROR');

test('the workflows bundle, and nothing of ours outside their folder comes along', async () => {
  const { code } = await bundleWorkflowCode({ workflowsPath: join(folder, 'index.ts'), logger });
  const map = /sourceMappingURL=data:application\/json;[^,]*base64,(\S+)/.exec(code)?.[1];
  const { sources } = JSON.parse(Buffer.from(map!, 'base64').toString()) as { sources: string[] };
  const ours = sources.filter((name) => !name.includes('node_modules') && name.endsWith('.ts'));
  expect(ours.length).toBeGreaterThan(5);
  // The key of the kept bundle is made from this folder alone (worker/bundle.ts).
  expect(ours.filter((name) => !/\/workflows\/\w+\.ts$/.test(name))).toEqual([]);
}, 60_000);

test('workflows keep no state outside of functions', () => {
  for (const name of readdirSync(folder)) {
    const source = readFileSync(join(folder, name), 'utf8');
    expect(source, name).not.toMatch(/^(export )?(let|var) /m);
  }
});
