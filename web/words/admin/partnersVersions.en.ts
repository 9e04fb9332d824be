import type { Words } from '../../../documents/words.ts';

const problems = { one: 'setting', other: 'settings' };

/** Versions, files, promotion and credentials of an agreement. */
export const partnersVersionsEnglish = {
  partnersTools: 'More about this agreement',
  partnersMappingEditor: 'Mapping: how fields of the cart are filled',
  partnersUnitTable: 'Units of the cart',
  partnersDryRun: 'Dry run: stored documents through the draft',
  partnersSample: 'Fill in from a pasted sample',
  partnersInForce: 'in force',
  partnersVersionTitle: ({ version }: { version: number }) => `Version ${version}`,
  partnersStored: ({ at, by }: { at: string; by: string }, w: Words) => `Put in force ${w.time(at)} by ${by}.`,
  partnersDownload: 'Save it as a file',
  partnersAgainst: ({ version }: { version: number }) => `What differs from version ${version}`,
  partnersFirstVersion: 'The first version',
  partnersCompareWith: 'Compare with',
  partnersCompare: 'Compare',
  partnersSame: 'The two say the same.',
  partnersRollBack: 'Go back to this version',
  partnersRollBackHint: ({ version, next }: { version: number; next: number }) =>
    `What version ${version} says is put in force at once, as version ${next}. Nothing is deleted, and you can go forward again the same way.`,
  partnersRollBackButton: ({ version }: { version: number }) => `Put version ${version} in force again`,
  partnersRolledBack: ({ version, old }: { version: number; old: number }) =>
    `Version ${version} is in force; it says what version ${old} said.`,
  partnersVersionMeanwhile: 'Another version came into force meanwhile. Look at it first, and repeat.',
  partnersChosen: 'What is not as usual',
  partnersAllUsual: 'Everything is as usual.',
  partnersImport: 'Import a file',
  partnersImportIntro:
    'A file that was saved from an agreement, here or in another installation. First you see what it would change.',
  partnersFile: 'File',
  partnersFileHint: 'JSON, as “Save it as a file” makes it. It holds no secrets.',
  partnersFileShow: 'Show what it would change',
  partnersFileMissing: 'Choose a file.',
  partnersFileWrong: 'This is no file of an agreement that was saved here: it cannot be read. Choose another.',
  partnersFileFrom: ({ partner, mode, version }: { partner: string; mode: string; version: number }) =>
    `The file holds version ${version} of the ${mode} agreement of ${partner}.`,
  partnersFileProblems: ({ count }: { count: number }, w: Words) =>
    `${w.count(count, problems)} in the file must be mended in the draft before it can be activated.`,
  partnersFileSame: 'The file says what stands here already.',
  partnersNow: 'Now',
  partnersInFile: 'In the file',
  partnersIntoDraft: 'Put it into the draft',
  partnersIntoDraftHint: 'Nothing changes for the partner until the draft is activated.',
  partnersOtherFile: 'Choose another file',
  partnersImported: 'The file is in the draft.',
  partnersReplacesDraft: 'There is a draft already. It is replaced as a whole.',
  partnersPromote: 'Copy the test agreement to production',
  partnersPromoteIntro: ({ version }: { version: number }) =>
    `Version ${version} of the test agreement goes into the draft of the production agreement. This is what it changes there:`,
  partnersPromoteSame: 'Both agreements say the same.',
  partnersPromoted: 'The test agreement is in the draft. Look at the addresses, and activate it.',
  partnersNotCopied: 'What is not copied',
  partnersNotCopiedHint:
    'Secrets. Test and production have secrets of their own. Addresses of the partner are copied: check that they are those of its production.',
  partnersSecretMissing: ({ name }: { name: string }) => `“${name}” has no secret for production yet.`,
  // Credentials
  partnersCredentialsIntro:
    'Test and production have credentials of their own. A secret is shown once, when it is made, and can never be read again.',
  partnersTheyShow: 'What the partner shows to us',
  partnersWeShow: 'What we show to the partner',
  partnersNoIncoming: 'None: nothing that it sends is taken.',
  partnersNoOutgoing: 'None. They are needed where the agreement sends to an address that asks for a secret.',
  partnersKindBasic: 'Orders: user name and secret (HTTP Basic)',
  partnersKindBearer: 'Orders: token (Bearer)',
  partnersKindForm: 'PunchOut by a form (OCI, Peppol)',
  partnersKindCxml: 'cXML: shared secret of the Sender',
  partnersKindCertificate: 'Client certificate (TLS)',
  partnersAddSecret: 'Make a secret',
  partnersMakeSecret: 'Make the secret and show it',
  partnersSecretFor: 'For',
  partnersSecretName: 'Name',
  partnersSecretNameHint:
    'Yours, to tell them apart: orders, login form. A second one of the same name works beside the first, until you revoke the first.',
  partnersSecretNameNeeded: 'Give it a name of at most 200 characters, and say what it is for.',
  partnersUser: 'User',
  partnersUserHint: 'The user name. For cXML domain/identity of the Sender, as DUNS/123456789. For a token nothing.',
  partnersUserNeeded: 'A user name is needed; for HTTP Basic it has no colon.',
  partnersCxmlUserNeeded: 'For cXML the user is domain/identity of the Sender, as DUNS/123456789.',
  partnersTwoActive: 'Two secrets of this name are active. Revoke the older one first.',
  partnersCredentialsMeanwhile:
    'The credentials were changed meanwhile, or the form was sent twice. No secret was made now; look at the list.',
  partnersSetSecret: 'Set a secret',
  partnersOutgoingNameHint: 'As the agreement names it.',
  partnersShownAs: 'Shown as',
  partnersSecret: 'Secret',
  partnersSecretHint: 'As you got it from the partner. It takes the place of the one of the same name at once.',
  partnersOutgoingNeeded: 'A name, a way of showing it and the secret are needed.',
  partnersSecretSet: ({ name }: { name: string }) => `The secret “${name}” is set. It is never shown.`,
  partnersSetCertificate: 'Set a client certificate',
  partnersSetCertificateHint:
    'Only where the server of the partner demands one. You get it from the partner or from an authority, as one or two files in PEM. A file .p12 or .pfx is split with openssl, see the handbook.',
  partnersCertificateFile: 'Certificate',
  partnersCertificateFileHint:
    'A text file that begins with BEGIN CERTIFICATE, with the certificates of authorities after it.',
  partnersKeyFile: 'Private key',
  partnersKeyFileHint: 'Without password. Not needed when the first file holds it, too. It is never shown again.',
  partnersCertificateNameNeeded: 'Give it a name of at most 100 characters.',
  partnersCertificateSet: ({ name }: { name: string }) =>
    `The client certificate “${name}” is set. Its key is never shown.`,
  partnersCertificateWanted: ({ found }: { found: string }) =>
    `The agreement names a client certificate “${found}” that nobody has set.`,
  partnersNoCertificate:
    'Nothing was set: there is no certificate in the file. It has to hold a text with BEGIN CERTIFICATE.',
  partnersNoPrivateKey: 'Nothing was set: there is no private key. Choose its file, too.',
  partnersKeyWithPassword:
    'Nothing was set: the private key has a password. Take it away with openssl, and choose the new file.',
  partnersKeyOfOther:
    'Nothing was set: the private key belongs to another certificate. The certificate of the key must stand first in its file.',
  partnersCertificateUnreadable: 'Nothing was set: the certificate cannot be read.',
  partnersKeyUnreadable: 'Nothing was set: the private key cannot be read.',
  partnersExpired: 'expired',
  partnersEndsSoon: 'ends soon',
  partnersValidUntil: ({ at }: { at: string }, w: Words) => `valid until ${w.day(at.slice(0, 10))}`,
  partnersSecretMade: 'Set',
  partnersSecretUsed: 'Last used',
  partnersRevoke: 'Revoke',
  partnersRevokeButton: 'Revoke for good',
  partnersRevokeUsed: ({ at }: { at: string }, w: Words) =>
    `It was used ${w.time(at)}. Whoever uses it is refused within two seconds.`,
  partnersRevokeUnused: 'It was never used.',
  partnersTypeName: ({ name }: { name: string }) => `To revoke it for good, type its name: ${name}`,
  partnersRevoked: ({ name }: { name: string }) => `“${name}” is revoked.`,
  partnersRevokedMark: 'revoked',
  partnersRevokedAlready: 'It is revoked already.',
  partnersKeyLost: 'its key is gone: it works no more',
  partnersNewSecret: 'New secret',
  partnersShownOnce: 'This is the only time that the secret is shown.',
  partnersShownOnceHint: 'Copy it now, and send it to the partner in a safe way.',
  partnersCopy: 'Copy',
  partnersRotation: ({ name }: { name: string }) =>
    `The older secret “${name}” works, too. Revoke it once the list shows that the new one is used.`,
  partnersSecretKept: 'I have it',
};
