import type { Words } from '../../../documents/words.ts';

const files = { one: 'file', other: 'files' };
const folders = { one: 'folder', other: 'folders' };
const looks = { one: 'look', other: 'looks' };

interface At {
  readonly at: string;
}

/** Folders and servers that documents are exchanged by. */
export const partnersFoldersEnglish = {
  partnersFolders: 'Folders and servers',
  partnersFoldersIntro:
    'Documents that the partner puts into a folder are fetched by themselves, and ours are put where it fetches them. Which folders these are is set in the agreement.',
  partnersNoFolders:
    'No agreement in force names a folder, a file server or an access point of the partner: its documents come and leave in another way. All of them are added in the agreement.',
  partnersShowFolders: 'Show the folders',
  partnersFoldersCount: ({ count }: { count: number }, w: Words) => w.count(count, folders),
  partnersFoldersWork: ({ count, at }: At & { count: number }, w: Words) =>
    `${w.count(count, folders)}, last look ${w.time(at)}`,
  partnersFoldersFail: ({ count, failures, why }: { count: number; failures: number; why: string }, w: Words) =>
    `${failures} of ${w.count(count, folders)} cannot be used: ${why}`,
  partnersFetchedFrom: 'Fetched from',
  partnersPutInto: 'Put into',
  partnersGivenTo: 'Given to the access point',
  partnersFolderWorks: 'Works',
  partnersFolderFails: 'Does not work',
  partnersNotLookedYet: 'Not looked into yet',
  partnersLookSoon: 'A worker looks into it within seconds. If this stays, no worker runs, or the partner is paused.',
  partnersSeeDeliveries: 'How each document fares stands among the deliveries',
  partnersLooksFailed: ({ count }: { count: number }, w: Words) =>
    `${w.count(count, looks)} in a row failed. Nothing is lost: the files stay where they are.`,
  partnersLooked: ({ at }: At, w: Words) => `Last look: ${w.time(at)}.`,
  partnersLastFile: ({ file, at }: At & { file: string }, w: Words) => `Last file: ${file}, ${w.time(at)}.`,
  partnersNoFileYet: 'No file has come yet.',
  partnersFilesWaiting: ({ count }: { count: number }, w: Words) =>
    `${w.count(count, files)} may still be written: the next look takes what has not changed.`,
  partnersNextLook: ({ at }: At, w: Words) => `Next look: ${w.time(at)}.`,
  partnersLookNow: 'Look now',
  partnersTryConnection: 'Try the connection',
  partnersLookAsked: ({ name }: { name: string }) => `A worker looks into ${name} within seconds.`,
  partnersConnected: ({ name, count }: { name: string; count: number }, w: Words) =>
    `The connection to ${name} works; ${w.count(count, files)} there.`,
  partnersNotConnected: ({ name, why }: { name: string; why: string }) => `No connection to ${name}. ${why}`,
  partnersKindShownBearer: 'Token (Bearer), or password or key of a file server',
  partnersSetServerLogin: 'Set the login of a file server',
  partnersSetServerLoginHint:
    'For SFTP: a password, or a private key whose public half the partner has. The user name stands in the agreement.',
  partnersServerPassword: 'Password',
  partnersServerKey: 'Or the file with the private key',
  partnersServerKeyHint:
    'In PEM or OpenSSH form, without a passphrase, as ssh-keygen writes it. It is never shown again.',
  partnersKeyOrPassword: 'Nothing was set: give either a password of at most 500 characters or the file of a key.',
  partnersKeyFromFile:
    'Nothing was set: a private key is chosen as a file, under “Set the login of a file server”. A certificate has its own form.',
  partnersServerKeyUnreadable:
    'Nothing was set: the file is no private key, or it has a passphrase. Take that away with ssh-keygen -p, and choose the new file.',
};
