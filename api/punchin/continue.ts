import type { IncomingMessage, RequestListener, Server } from 'node:http';

const waiting = new WeakSet<IncomingMessage>();

/**
 * Answers `Expect: 100-continue` (RFC 9110, 10.1.1) by what the request wants: the intake says "continue" only when it will read the
 * body, so that a refused document is never sent; every other address says it at once, as Node does without this.
 */
export function continueWhenWanted(server: Server, app: RequestListener): void {
  server.on('checkContinue', (req, res) => {
    if (req.url?.startsWith('/punchin/') === true) waiting.add(req);
    else res.writeContinue();
    app(req, res);
  });
}

/** Does the sender wait for a word before it sends the body? */
export function expectsContinue(req: IncomingMessage): boolean {
  return waiting.has(req);
}

/** Tells a sender that waits to go on. */
export function sendContinue(req: IncomingMessage & { res?: { writeContinue(): void } | undefined }): void {
  if (waiting.delete(req)) req.res?.writeContinue();
}
