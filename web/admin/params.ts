import { z } from 'zod';
import { RoundtripError } from '../../platform/errors.ts';
import type { AdminVisit } from './visit.ts';

const uuid = z.uuid();

/** An id of the address, as `/orders/:id`. @throws NotFound for what is none */
export function idParam({ params }: Pick<AdminVisit, 'params'>, name = 'id'): string {
  const { success, data } = uuid.safeParse(params[name]);
  if (!success) throw new RoundtripError('NotFound', 'There is nothing at this address.');
  return data;
}
