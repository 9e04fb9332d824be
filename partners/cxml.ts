import { z } from 'zod';
import { cxmlVersions } from '../formats/cxml/versions.ts';
import { credentialName, type PunchOutSettings } from './punchOut.ts';

/** Orders in cXML, and what is answered to them. */
export const cxmlOrderSettings = z.strictObject({
  /** Names of the buyer that From may carry; any of them is enough. Absent: those of `punchOut.cxml`. */
  from: z.array(credentialName).min(1).optional(),
  /** Names of the shop that To must carry one of. Absent: those of `punchOut.cxml`; empty: not checked. */
  to: z.array(credentialName).optional(),
  /** DTD version of responses. */
  responseVersion: z.enum(cxmlVersions).default('1.2.014'),
  /** Are errors also told by the HTTP status? By default it is 200 and the Status element tells. */
  errorsAsHttpStatus: z.boolean().default(false),
  /** DTD version of confirmations. */
  confirmationVersion: z.enum(cxmlVersions).default('1.2.036'),
  /** Name of the outgoing credential that a confirmation shows as Sender: its user is domain/identity. Absent: the receiver asks for none. */
  credential: z.string().max(100).optional(),
});

export type CxmlOrderSettings = z.output<typeof cxmlOrderSettings>;
type Names = readonly z.output<typeof credentialName>[];

/** The names of buyer and shop in orders. */
export function cxmlNames({
  cxml,
  punchOut,
}: {
  readonly cxml: CxmlOrderSettings;
  readonly punchOut?: PunchOutSettings | undefined;
}): { readonly from: Names; readonly to: Names } {
  return { from: cxml.from ?? punchOut?.cxml?.from ?? [], to: cxml.to ?? punchOut?.cxml?.to ?? [] };
}
