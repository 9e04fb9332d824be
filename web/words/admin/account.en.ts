import type { Words } from '../../../documents/words.ts';

/** Logging in, the first run, and a person's own account. */
export const accountEnglish = {
  accountLoginTitle: 'Log in',
  accountName: 'Name',
  accountPassword: 'Password',
  accountLoginButton: 'Log in',
  accountForgotten: 'Forgotten? An administrator makes you a new link under Settings, Accounts.',
  accountLeft: 'You are logged out.',
  accountEnded: 'You were logged out, for nothing was done for a while. Log in again to go on where you were.',
  accountEndedKept:
    'You were logged out, for nothing was done for a while. What you had typed is kept: log in again, and it stands in its form.',
  accountLoginEmpty: 'Type your name and your password.',
  accountLoginWrong: 'Name or password is wrong. Check them and try again.',
  accountLoginTooMany: ({ seconds }: { seconds: number }, w: Words) =>
    `Too many attempts. Try again in ${w.duration(seconds)}; your account itself is not locked.`,
  accountToLogin: 'To the log-in',
  accountFirstTitle: 'Set up Roundtrip',
  accountFirstText:
    'Nobody can log in yet. The link that makes the first administrator stands in the terminal where npm start runs. Elsewhere this command makes one:',
  accountCode: 'Link or code',
  accountCodeHint: 'The whole link, or what stands after the last slash in it.',
  accountCodeUnknown: 'This link is not known, was used, or is too old. Make a new one.',
  accountGoOn: 'Go on',
  accountMakeText: 'Choose the name and the password that you will log in with.',
  accountNameHint: 'Yours, or your mail address. It stands beside everything that you change.',
  accountNameNeeded: 'Type a name of at most 100 characters.',
  accountNameTaken: ({ name }: { name: string }) => `There is an account ${name} already. Choose another name.`,
  accountChooseTitle: 'Choose a password',
  accountChooseText: ({ name }: { name: string }) =>
    `For the account ${name}. Where you are logged in with an older password, you are logged out.`,
  accountPasswordNew: 'New password',
  accountPasswordAgain: 'New password again',
  accountPasswordHint: ({ count }: { count: number }) =>
    `At least ${count} characters. Several words that do not belong together are easy to remember and hard to guess.`,
  accountPasswordShort: ({ count }: { count: number }) => `The password is too short; it needs ${count} characters.`,
  accountPasswordLong: 'The password is too long; 200 characters are the most.',
  accountPasswordName: 'The password is little more than your name. Choose another one.',
  accountPasswordCommon: 'This password is one of the first that others would try. Choose another one.',
  accountPasswordTwice: 'The two passwords are not the same. Type both again.',
  accountSetButton: 'Save and log in',
  accountLinkEnded: 'This link does not work any more',
  accountLinkEndedText:
    'It was used, or is older than three days. An administrator makes a new one under Settings, Accounts. If nobody can log in, this command makes one:',
  accountTitle: 'Your account',
  accountLanguage: 'Language of the pages',
  accountLanguageButton: 'Save language',
  accountLanguageSaved: 'The language is saved.',
  accountPasswordHeading: 'Password',
  accountPasswordCurrent: 'Current password',
  accountPasswordWrong: 'This is not your current password.',
  accountPasswordButton: 'Change password',
  accountPasswordSaved: 'The password is changed. Wherever else you were logged in, you are logged out.',
  accountPasswordElsewhere: 'You log in through the organisation; your password is changed there.',
  accountOidc: 'Log in through the organisation',
  accountOidcOr: 'Or by a name and password of Roundtrip:',
  accountOidcFailed: 'The log-in did not succeed',
  accountOidcAgain: 'Try again',
  accountOidcUnreachable:
    'The identity provider of the organisation does not answer. Try again in a minute; meanwhile a name and password of Roundtrip work.',
  accountOidcRefused:
    'The identity provider did not let you in, or you stopped there. Try again, or ask those who look after it.',
  accountOidcStale: 'This log-in was not begun here, or took longer than ten minutes. Begin again.',
  accountOidcNoRole:
    'The identity provider knows you, but gives you no role in Roundtrip. Ask those who look after it to give you one.',
  accountOidcDisabled: 'Your account is switched off here. An administrator switches it on under Settings, Accounts.',
  accountOidcAnswer:
    'The answer of the identity provider could not be trusted. Try again; if it happens again, pass on the reference.',
};
