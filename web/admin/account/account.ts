import { changePassword } from '../../../accounts/changePassword.ts';
import { chooseLanguage, findAccount } from '../../../accounts/accounts.ts';
import { SHORTEST_PASSWORD } from '../../../accounts/passwords.ts';
import { languages } from '../../../documents/words.ts';
import { tongue } from '../../words/words.ts';
import { goTo, page, type AdminAnswer } from '../answer.ts';
import { problemOf } from '../entrance/setup.ts';
import { adminForm, adminPage } from '../page.ts';
import type { AdminVisit } from '../visit.ts';

const noProblems = { currentProblem: '', passwordProblem: '' };

async function accountPage(visit: AdminVisit, problems = noProblems): Promise<AdminAnswer> {
  const { em, account, tongue } = visit;
  const { password } = await findAccount(em, account.id);
  const view = { hasPassword: password != null, least: SHORTEST_PASSWORD, language: account.language, ...problems };
  const status = problems === noProblems ? 200 : 422;
  return page('admin/account/account', view, { title: tongue.t.accountTitle, status });
}

/** A person's own account: language and password. */
export const showAccount = adminPage({ path: '/account', role: 'reader', show: accountPage });

export const postLanguage = adminForm({
  path: '/account/language',
  role: 'reader',
  async act({ em, account, form, shop }) {
    const language = languages.find((one) => one === form.get('language')) ?? account.language;
    await chooseLanguage(em, account.id, language);
    const { t } = tongue(language, shop?.timeZone ?? 'UTC');
    return goTo('/account', { tone: 'good', text: t.accountLanguageSaved });
  },
});

export const postPassword = adminForm({
  path: '/account/password',
  role: 'reader',
  secrets: ['current', 'password', 'again'],
  async act(visit) {
    const { em, account, sessionId, form, now, tongue } = visit;
    const { t } = tongue;
    const wanted = form.get('password') ?? '';
    if (wanted !== form.get('again')) {
      return accountPage(visit, { ...noProblems, passwordProblem: t.accountPasswordTwice });
    }
    const given = { current: form.get('current') ?? '', wanted, sessionId };
    const problem = await changePassword(em, account.id, given, now);
    if (problem === 'wrong') return accountPage(visit, { ...noProblems, currentProblem: t.accountPasswordWrong });
    if (problem) return accountPage(visit, { ...noProblems, passwordProblem: problemOf(t, problem, true) });
    return goTo('/account', { tone: 'good', text: t.accountPasswordSaved });
  },
});
