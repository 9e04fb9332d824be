import { compact } from '../ubl/read.ts';
import type { XmlElement } from '../xml/element.ts';
import type { CxmlDocument } from './envelope.parse.ts';
import { CxmlProblem } from './problem.ts';
import type { Profile, ProfileTransaction } from './profileResponse.write.ts';
import { attribute, children, text } from './read.ts';
import { outcome } from './status.ts';

/** What a partner takes, and where. */
export interface PartnerProfile extends Omit<Profile, 'effectiveDate' | 'options'> {
  /** When these data came into force, as sent. */
  readonly effectiveDate?: string;
  /** When the partner last looked whether they still hold, as sent. */
  readonly lastRefresh?: string;
  readonly options: Readonly<Record<string, string>>;
}

/**
 * Reads the answer to a ProfileRequest (cXML DTD: ProfileResponse). A transaction without an address is left out.
 * @throws CxmlProblem 450 where the partner refuses (`found` is its Status), and for another kind of document.
 */
export function parseProfileResponse({ kind, name, content, status }: CxmlDocument): PartnerProfile {
  const place = { element: name, expected: 'ProfileResponse' };
  if (kind !== 'response') throw new CxmlProblem(450, 'This is no ProfileResponse.', place);
  if (status && outcome(status.code) !== 'done') {
    const said = [`${status.code}`, status.text, status.message].filter(Boolean).join(' ');
    throw new CxmlProblem(450, 'The partner does not tell its profile.', { ...place, found: said });
  }
  if (name !== 'ProfileResponse' || !content) throw new CxmlProblem(450, 'This is no ProfileResponse.', place);
  return compact({
    effectiveDate: attribute(content, 'effectiveDate'),
    lastRefresh: attribute(content, 'lastRefresh'),
    options: parseOptions(content),
    transactions: children(content, 'Transaction').flatMap((each) => parseTransaction(each) ?? []),
  });
}

/** Where a partner takes a request; undefined where it does not. Names are compared without case. */
export function transactionOf(profile: PartnerProfile, requestName: string): ProfileTransaction | undefined {
  const wanted = requestName.toLowerCase();
  return profile.transactions.find((each) => each.requestName.toLowerCase() === wanted);
}

function parseTransaction(transaction: XmlElement): ProfileTransaction | undefined {
  const [requestName, url] = [attribute(transaction, 'requestName'), text(transaction, 'URL')];
  return requestName === undefined || url === undefined
    ? undefined
    : { requestName, url, options: parseOptions(transaction) };
}

function parseOptions(parent: XmlElement | undefined): Record<string, string> {
  const options = children(parent, 'Option').map((each) => [attribute(each, 'name') ?? '', each.text.trim()] as const);
  return Object.fromEntries(options.filter(([name]) => name !== ''));
}
