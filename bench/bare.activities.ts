const nothing = (): Promise<void> => Promise.resolve();

/** Nothing at all: what is left is what Temporal itself costs. `delivered` tells the benchmark where the real system's clock stops. */
export function createBareActivities(deps: { readonly delivered: () => void }) {
  const delivered = (): Promise<void> => {
    deps.delivered();
    return Promise.resolve();
  };
  return {
    first: nothing,
    second: nothing,
    third: nothing,
    fourth: nothing,
    fifth: nothing,
    sixth: nothing,
    send: delivered,
    placed: delivered,
    record: nothing,
  };
}

export type BareActivities = ReturnType<typeof createBareActivities>;
