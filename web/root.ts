import type { Config } from '../platform/config.ts';

/** Path of the application below its host, without a slash at the end. */
export function rootOf({ config }: { readonly config: Pick<Config, 'publicUrl'> }): string {
  return new URL(config.publicUrl).pathname.replace(/\/$/, '');
}
