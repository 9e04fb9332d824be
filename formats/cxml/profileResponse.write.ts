import { xmlText, type XmlNode } from '../xml/writer.ts';
import { withOffset, type CxmlEnvelope } from './envelope.write.ts';
import { writeResponse } from './response.write.ts';

/** A request that we take, and where. */
export interface ProfileTransaction {
  /** Name of the request element, for example `PunchOutSetupRequest`. */
  readonly requestName: string;
  /** Absolute address. */
  readonly url: string;
  readonly options?: Readonly<Record<string, string>>;
}

export interface Profile {
  /** When these data came into force, ISO 8601. */
  readonly effectiveDate: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly transactions: readonly ProfileTransaction[];
}

/** The answer to a ProfileRequest (cXML DTD: ProfileResponse). The DTD wants one transaction at least: ProfileRequest itself. */
export function writeProfileResponse(envelope: CxmlEnvelope, profile: Profile): string {
  const transactions = profile.transactions.map(({ requestName, url, options }): XmlNode => ({
    name: 'Transaction',
    attributes: { requestName },
    children: [{ name: 'URL', text: xmlText(url) }, ...writeOptions(options)],
  }));
  return writeResponse(
    envelope,
    { code: 200 },
    {
      name: 'ProfileResponse',
      attributes: { effectiveDate: withOffset(profile.effectiveDate) },
      children: [...writeOptions(profile.options), ...transactions],
    },
  );
}

function writeOptions(options: Readonly<Record<string, string>> = {}): XmlNode[] {
  return Object.entries(options).map(([name, text]) => ({
    name: 'Option',
    attributes: { name: xmlText(name) },
    text: xmlText(text),
  }));
}
