/** A look is somebody's for so long, and longer while it lasts: when its worker was killed, another one looks so soon. Milliseconds. */
const CLAIM = 15_000;

export function claimedUntil(now: Date): Date {
  return new Date(now.getTime() + CLAIM);
}

/** Renews the claim as long as the work lasts. A renewal that fails is left to the next: two who look at once do no harm. */
export async function whileClaimed<T>(renew: (until: Date) => Promise<void>, work: () => Promise<T>): Promise<T> {
  const renewals = setInterval(() => {
    renew(claimedUntil(new Date())).catch(() => undefined);
  }, CLAIM / 3);
  try {
    return await work();
  } finally {
    clearInterval(renewals);
  }
}

/** The longest pause after looks that failed; milliseconds, like all here. */
const LONGEST_PAUSE = 10 * 60_000;
/** Looks are claimed by what is due in the database: whether something is, is asked at least so often. */
export const LONGEST_ROUND = 5_000;

/** The pause after looks that failed: doubled with each one. */
export function pauseAfter(failures: number, interval: number): number {
  return Math.min(interval * 2 ** Math.min(failures, 10), Math.max(interval, LONGEST_PAUSE));
}

/** A look that ends now, and when the next one is due. */
export function nextLook(milliseconds: number): { readonly at: Date; readonly nextLookAt: Date } {
  return { at: new Date(), nextLookAt: new Date(Date.now() + milliseconds) };
}
