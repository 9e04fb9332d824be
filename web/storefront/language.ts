import { languages } from '../../documents/words.ts';
import { setLanguage } from '../../sessions/sessions.ts';
import { goTo, pathBack, type Visit } from './visit.ts';

/** `POST /shop/:token/language` */
export async function language(visit: Visit): Promise<void> {
  const chosen = languages.find((one) => one === visit.form.get('language'));
  if (chosen) await setLanguage(visit.em, visit.session, chosen);
  goTo(visit, pathBack(visit));
}
