import { Gauge, type Registry } from 'prom-client';

/** One value of a gauge. */
export interface Sample {
  readonly gauge: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/**
 * Gauges that are asked for together when they are scraped, at most once in `freshness` milliseconds, so that scraping stays cheap for the
 * database. When asking fails they have no values for that scrape: stale figures would hide the outage.
 */
export function sampledGauges(options: {
  readonly registry: Registry;
  readonly gauges: readonly { readonly name: string; readonly help: string; readonly labels: readonly string[] }[];
  readonly freshness: number;
  readonly sample: () => Promise<readonly Sample[]>;
}): void {
  let askedAt = -Infinity;
  let asked: Promise<readonly Sample[]> = Promise.resolve([]);
  const ask = (): Promise<readonly Sample[]> => {
    if (performance.now() - askedAt < options.freshness) return asked;
    askedAt = performance.now();
    asked = options.sample().catch(() => {
      askedAt = -Infinity;
      return [];
    });
    return asked;
  };
  for (const { name, help, labels } of options.gauges) {
    const gauge: Gauge = new Gauge({
      ...{ name, help },
      labelNames: [...labels],
      registers: [options.registry],
      async collect() {
        const samples = await ask();
        gauge.reset();
        // One without labels is reset to 0, which would be a value.
        if (labels.length === 0) gauge.remove();
        for (const sample of samples) if (sample.gauge === name) gauge.set(sample.labels, sample.value);
      },
    });
  }
}
