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
