/**
 * The same values, each fetched while the one before is being worked on: PostgreSQL reads on while this process writes. One value at most
 * lies ready, and nothing is on its way any more when the loop over them is left.
 */
export async function* ahead<Value>(values: AsyncIterable<Value>): AsyncGenerator<Value, void, undefined> {
  const iterator = values[Symbol.asyncIterator]();
  let next = fetched(iterator);
  try {
    for (;;) {
      const result = await next;
      if (result.done) return;
      next = fetched(iterator);
      yield result.value;
    }
  } finally {
    await Promise.allSettled([next]);
    await iterator.return?.();
  }
}

/** What fails is told when its turn has come. */
function fetched<Value>(iterator: AsyncIterator<Value>): Promise<IteratorResult<Value>> {
  const next = iterator.next();
  next.catch(() => undefined);
  return next;
}
