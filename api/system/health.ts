import type { RequestHandler } from 'express';

/** `GET /health`: the process is alive. Says nothing of what it depends on: a restart would not mend that. */
export function health(): RequestHandler {
  return (_req, res) => {
    res.json({ status: 'alive', uptimeSeconds: Math.floor(process.uptime()) });
  };
}
