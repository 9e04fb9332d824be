import type { Finding } from '../../formats/document/finding.ts';
import { OciFieldError } from '../../formats/oci/error.ts';
import { writeEmptyOciForm, writeOciForm, type OciFormOptions } from '../../formats/oci/form.write.ts';
import type { OciSettings, PunchOutSettings } from '../../partners/punchOut.ts';
import type { OciReturn } from '../returnSpec.ts';
import { addressOf, type CartMessage, type MessageInput } from './message.ts';

/**
 * OCI knows one message: a form with items. A cart that is explicitly empty is the form without any; leaving is a link to the address
 * that the call named for it, else nothing (OCI digest, section 4.1: there is no defined cancel).
 */
export function writeOciMessage(input: MessageInput, spec: OciReturn): CartMessage | undefined {
  const address = addressOf(input);
  if (input.kind === 'cancel') return cancelled(spec);
  if (address === undefined) return undefined;
  const options = ociFormOptions(input.session.settings, spec, address);
  if (input.kind === 'empty') return { form: writeEmptyOciForm(options), cuts: [], broken: [] };
  try {
    return { ...writeOciForm(input.cart, input.mapped, options), broken: [] };
  } catch (error) {
    if (!(error instanceof OciFieldError)) throw error;
    return { form: writeEmptyOciForm(options), cuts: [], broken: [unwritable(error)] };
  }
}

/** A value that fits no field although the lint let it pass: the cart is kept back and the administrator is told. */
function unwritable({ field, position, found, expected, message: text }: OciFieldError): Finding {
  const path = `NEW_ITEM-${field}[${position}]`;
  return { id: 'OCI-FIELD', layer: 'rules', severity: 'fatal', path, line: position, text, found, expected };
}

/** How forms are written for this agreement and call. */
export function ociFormOptions(punchOut: PunchOutSettings, spec: OciReturn, hookUrl: string): OciFormOptions {
  const settings = settingsOf(punchOut);
  return {
    ...settings,
    returnTo: { hookUrl, target: spec.target, controls: spec.controls, charset: spec.charset ?? settings.charset },
  };
}

function settingsOf({ oci }: PunchOutSettings): OciSettings {
  if (oci) return oci;
  throw new Error('an OCI session without OCI in its agreement');
}

function cancelled({ cancelUrl, target }: OciReturn): CartMessage | undefined {
  if (cancelUrl === undefined) return undefined;
  return { form: { action: cancelUrl, method: 'get', target, charset: 'utf-8', fields: [] }, cuts: [], broken: [] };
}
