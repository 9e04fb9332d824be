import { z } from 'zod';
import type { StoredAttachment } from '../../documents/attachments.ts';
import { present, type Shown } from '../present.ts';
import { uuid } from './common.ts';

export const attachment = z
  .strictObject({
    number: z.int().meta({ description: 'Counted from 1' }),
    name: z.string().optional().meta({ description: 'File name, as sent' }),
    contentId: z.string().optional().meta({ description: 'The document refers to it by `cid:` and this' }),
    contentType: z.string().meta({ description: 'As sent' }),
    size: z.int().meta({ description: 'Bytes, decoded' }),
  })
  .meta({ id: 'Attachment' });

export const byNumber = z.strictObject({
  id: uuid,
  number: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, 'must be a number from 1 to 999')
    .transform(Number)
    .meta({ override: { type: 'integer', minimum: 1, maximum: 999 } }),
});

export function showAttachment({ number, filename, contentId, contentType, bytes }: StoredAttachment) {
  const shown: Shown<typeof attachment> = {
    ...{ number, contentType, size: bytes.length },
    ...present({ name: filename, contentId }),
  };
  return shown;
}
