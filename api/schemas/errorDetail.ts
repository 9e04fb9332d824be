import { z } from 'zod';

export const errorDetail = z
  .strictObject({
    line: z.int().optional(),
    element: z.string().optional(),
    found: z.string().optional(),
    expected: z.string().optional(),
    text: z.string().optional(),
  })
  .meta({ id: 'ErrorDetail', description: 'Where a failure is and what would have been right' });
