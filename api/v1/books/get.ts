import { z } from 'zod';
import { balanceBooks } from '../../../documents/books.ts';
import { endpoint, reply } from '../../endpoint.ts';

const count = z.int().min(0);

const books = z
  .strictObject({
    received: count,
    placed: count,
    applied: count,
    recorded: count,
    waiting: count,
    refused: count,
    duplicates: count,
    tested: count,
    inProgress: count,
    balanced: z.boolean().meta({ description: '`received` is the sum of the others, and nothing is out of line' }),
    problems: z
      .array(z.strictObject({ documentId: z.uuid().nullable(), orderId: z.uuid().nullable(), problem: z.string() }))
      .meta({ description: 'At most 100' }),
  })
  .meta({ id: 'Books', description: 'How many documents ended how' });

export const getBooks = endpoint({
  id: 'getBooks',
  method: 'get',
  path: '/books',
  tag: 'operations',
  summary: 'Does everything that was received stand somewhere, once?',
  description: 'Looks at every document: seconds for a hundred thousand of them.',
  scope: 'documents:read',
  errors: [],
  responses: { 200: { description: 'The books', schema: books } },
  async handle({ em }) {
    return reply(200, await balanceBooks(em));
  },
});
