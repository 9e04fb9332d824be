import { describe, expect, it } from 'vitest';
import { decodeBase64 } from '../../../formats/base64.ts';
import { parseCxml } from '../../../formats/cxml/envelope.parse.ts';
import { parsePunchOutOrderMessage } from '../../../formats/cxml/punchOutOrderMessage.parse.ts';
import type { Cart } from '../../../formats/document/cart.ts';
import { unmapped } from '../../../formats/document/outgoingField.ts';
import type { CartMessage } from '../../../sessions/return/message.ts';
import { writeMessage } from '../../../sessions/return/write.ts';
import type { MessageKind } from '../../../sessions/session.entity.ts';
import type { SessionInHand } from '../../../sessions/inHand.ts';
import { cartOf } from '../../partners/cart.ts';
import { sessionOf, shop, specs } from './session.ts';

const empty = (cart: Cart): Cart => ({ header: { ...cart.header, total: '0' }, lines: [] });

function write(session: SessionInHand, kind: MessageKind, cart = cartOf()): Promise<CartMessage | undefined> {
  return writeMessage({ session, kind, cart, mapped: unmapped, shop });
}

function cxmlOf(message: CartMessage | undefined) {
  return parsePunchOutOrderMessage(parseCxml(decodeBase64(message!.form.fields[0]![1])!));
}

const cxml = { from: [{ domain: 'DUNS', identity: '999999930' }] };

describe('three exits, by protocol', () => {
  it('OCI: a form with items, one without, and a link where the call named one', async () => {
    const session = sessionOf(specs.oci, { oci: {} });
    expect((await write(session, 'return'))?.form.fields.some(([name]) => name.startsWith('NEW_ITEM-'))).toBe(true);
    expect((await write(session, 'empty', empty(cartOf())))?.form).toMatchObject({
      action: specs.oci.url,
      fields: [['~OkCode', 'ADDI']],
    });
    expect(await write(session, 'cancel', empty(cartOf()))).toBeUndefined();
    const cancelUrl = 'https://srm.kund.example/avbryt';
    const left = await write(sessionOf({ ...specs.oci, cancelUrl }, { oci: {} }), 'cancel', empty(cartOf()));
    expect(left?.form).toMatchObject({ action: cancelUrl, method: 'get', fields: [] });
  });

  it('cXML: a cart, one without items, and Status 204', async () => {
    const session = sessionOf(specs.cxml, { cxml });
    expect(cxmlOf(await write(session, 'return'))).toMatchObject({
      status: { code: 200 },
      buyerCookie: 'kaka &lt;1&gt;',
      items: [{}],
    });
    expect(cxmlOf(await write(session, 'empty', empty(cartOf())))).toMatchObject({ status: { code: 200 }, items: [] });
    expect(cxmlOf(await write(session, 'cancel', empty(cartOf())))).toMatchObject({ status: { code: 204 }, items: [] });
  });

  it('cXML: leaving a new session may be told as an empty cart, a cancelled edit by its original lines', async () => {
    const created = sessionOf(specs.cxml, { cxml: { ...cxml, cancelledCreate: 'empty' } });
    expect(cxmlOf(await write(created, 'cancel', empty(cartOf())))).toMatchObject({ status: { code: 200 }, items: [] });
    const edit = { operation: 'edit' } as const;
    const usual = sessionOf(specs.cxml, { cxml }, edit);
    expect(cxmlOf(await write(usual, 'cancel'))).toMatchObject({ status: { code: 204 }, items: [] });
    const original = sessionOf(specs.cxml, { cxml: { ...cxml, cancelledEdit: 'original' } }, edit);
    expect(cxmlOf(await write(original, 'cancel'))).toMatchObject({ status: { code: 200 }, items: [{}] });
  });

  it('Peppol: a cart alone', async () => {
    const session = sessionOf(specs.peppol, { peppol: {} });
    expect((await write(session, 'return'))?.form.fields.map(([name]) => name)).toEqual([
      'return_object_spec_id',
      'return_object_mime',
      'return_object_encoding',
      'return_object_base64',
    ]);
    expect(await write(session, 'empty', empty(cartOf()))).toBeUndefined();
    expect(await write(session, 'cancel', empty(cartOf()))).toBeUndefined();
  });
});

it('goes to the agreement’s own address where the call named none, and nowhere without one', async () => {
  const { url: _, ...spec } = specs.cxml;
  expect(await write(sessionOf(spec, { cxml }), 'return')).toBeUndefined();
  const returnUrl = 'https://intranet.kund.example/cart';
  expect((await write(sessionOf(spec, { cxml, returnUrl }), 'return'))?.form.action).toBe(returnUrl);
});

describe('what must not leave is told', () => {
  it('a key that OCI has no room for', async () => {
    const message = await write(sessionOf(specs.oci, { oci: {} }), 'return', cartOf([{ sellersId: 'X'.repeat(41) }]));
    expect(message).toMatchObject({
      broken: [{ id: 'OCI-FIELD', path: 'NEW_ITEM-VENDORMAT[1]', expected: 'at most 40 characters' }],
    });
  });

  it('an official rule of Peppol: a unit that 18A does not know', async () => {
    const message = await write(sessionOf(specs.peppol, { peppol: {} }), 'return', cartOf([{ unit: 'BX' }]));
    expect(message?.broken.map(({ id }) => id)).toContain('OP-T77-R001');
  });
});
