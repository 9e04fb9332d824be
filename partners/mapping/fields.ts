import { cxmlFields } from '../../formats/cxml/fields.ts';
import type { OutgoingField } from '../../formats/document/outgoingField.ts';
import { ociFields } from '../../formats/oci/fields.ts';
import { peppolCartFields } from '../../formats/ubl/cart.fields.ts';
import type { ErrorDetail } from '../../platform/errors.ts';
import type { PunchOutSettings } from '../punchOut.ts';
import { checkMapping } from './check.ts';
import { cartProtocols, type CartProtocol } from './schema.ts';

/** The fields of a cart that agreements may fill, by protocol. */
export const cartFields: Readonly<Record<CartProtocol, readonly OutgoingField[]>> = {
  oci: ociFields,
  cxml: cxmlFields,
  peppol: peppolCartFields,
};

/** Everything that is wrong with an agreement's mapping, in every protocol. */
export function mappingProblems(settings: PunchOutSettings): ErrorDetail[] {
  return cartProtocols.flatMap((protocol) => checkMapping(settings, protocol, cartFields[protocol]));
}
