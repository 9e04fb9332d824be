import type { Request, Response } from 'express';
import { rootOf } from '../root.ts';
import type { SimulatorVisit } from './visit.ts';

/** By it the page of a cart that has arrived finds the way back to the simulator; it opens nothing else. */
const NAME = 'roundtrip_simulator';

export function keepSimulatorCookie(res: Response, { deps, simulation, key }: SimulatorVisit): void {
  const secure = deps.config.publicUrl.startsWith('https:');
  const path = `${rootOf(deps)}/simulator`;
  res.cookie(NAME, `${simulation.row.id} ${key}`, { httpOnly: true, sameSite: 'lax', secure, path });
}

/** `<simulation> <key>` */
export function readSimulatorCookie(req: Request): string | undefined {
  const pair = (req.get('cookie') ?? '').split(';').find((one) => one.trim().startsWith(`${NAME}=`));
  return pair && decodeURIComponent(pair.trim().slice(NAME.length + 1));
}
