import type { BrowserForm } from '../../../formats/document/browserForm.ts';
import { frameAncestors } from '../../../web/headers.ts';
import { sendReturnPage, type ReturnPage } from '../../../web/returnPage.ts';
import type { PunchOutCall, PunchOutDoor } from '../door.ts';
import { pathOf } from '../form.ts';
import type { FormQuestion } from './answerForm.ts';
import type { OciShopper } from './call.ts';

/** Answers at the called address: no redirect, since these callers follow none. */
export function sendForm(
  door: PunchOutDoor,
  { res }: PunchOutCall,
  { partner, punchOut }: OciShopper,
  { login }: FormQuestion,
  form: BrowserForm,
  shown: Pick<ReturnPage, 'autoSubmit' | 'visibleList'>,
): void {
  sendReturnPage(res, form, {
    ...shown,
    kind: 'answer',
    language: login.language?.startsWith('en') ? 'en' : punchOut.language,
    frameAncestors: frameAncestors(punchOut, login.returnSpec.url),
    root: pathOf(door.deps.config.publicUrl),
    receiver: partner.name,
  });
}
