import { errorSentence } from '../../../documents/sentences.ts';
import type { ApiDeps } from '../../../api/deps.ts';
import type { Request, Response } from 'express';
import { errorTypes, type RoundtripError } from '../../../platform/errors.ts';
import { sendPublicPage } from '../../public/frame.ts';
import { beginEntranceVisit } from './visit.ts';

/** A failure for somebody who is not logged in. Reads nothing: the database may be what failed. */
export function sendEntranceError(
  deps: ApiDeps,
  req: Request,
  res: Response,
  { error, reference }: { readonly error: RoundtripError | undefined; readonly reference: string },
): void {
  const visit = beginEntranceVisit(deps, req, res);
  const { t, reader, base } = visit;
  const title = error === undefined ? t.adminBugTitle : t.adminErrorTitle;
  const view = {
    text: error === undefined ? t.adminBugText : errorSentence(error.message, reader.language),
    reference,
    code: error?.type ?? 'Unexpected',
  };
  const status = error === undefined ? 500 : errorTypes[error.type].http;
  sendPublicPage(
    visit,
    'entrance/error',
    view,
    { title, brand: { text: 'Roundtrip', href: `${base}/` }, status },
    reader,
  );
}
