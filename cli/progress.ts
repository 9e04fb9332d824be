/** Steps with ticks and times; without a terminal one plain line when a step is done. */
export interface Progress {
  /** Runs one step; its result's text, if any, stands behind the tick. */
  step<T>(name: string, action: (say: (line: string) => void) => Promise<T>): Promise<T>;
  line(text: string): void;
}

export function createProgress(out: NodeJS.WriteStream = process.stdout): Progress {
  const line = (text: string): void => {
    out.write(`${text}\n`);
  };
  return {
    line,
    step: async (name, action) => {
      const start = performance.now();
      const open = (): void => {
        if (out.isTTY) out.write(`  ${name} ...`);
      };
      const close = (mark: string): void => {
        const seconds = ((performance.now() - start) / 1000).toFixed(1);
        line(`${out.isTTY ? '\r\u001B[K' : ''}${mark} ${name} (${seconds} s)`);
      };
      open();
      try {
        const result = await action((text) => {
          line(`${out.isTTY ? '\r\u001B[K' : ''}  ${text}`);
          open();
        });
        close('✔');
        return result;
      } catch (error) {
        close('✘');
        throw error;
      }
    },
  };
}
