import { expect, it } from 'vitest';
import { platforms } from '../../../partners/platforms/platforms.ts';
import type { CartProtocol } from '../../../partners/mapping/schema.ts';
import type { PlatformId } from '../../../partners/platforms/ids.ts';
import { mapCart } from '../../../sessions/return/mapped.ts';
import { writeMessage } from '../../../sessions/return/write.ts';
import { expectGolden } from '../../kit/golden.ts';
import { printed } from '../../formats/oci/kit.ts';
import { cartOf } from '../../partners/cart.ts';
import { sessionOf, shop, specs } from './session.ts';

const cart = cartOf(
  [
    {
      description: 'Förzinkad, försänkt huvud.\nSpår PZ1.',
      leadTimeDays: 3,
      manufacturer: 'Örebro Skruv',
      note: 'Till förrådet',
    },
    {
      name: 'Nitrilhandske puderfri blå, storlek L, förpackning om 100 st',
      sellersId: 'HSK-9',
      quantity: '12',
      unit: 'BX',
    },
    {
      name: 'Montering',
      sellersId: 'TJ-1',
      quantity: '0.25',
      unit: 'HUR',
      service: true,
      materialGroup: '7210',
    },
  ],
  { validUntil: '2026-12-28', buyerReference: 'åsa', total: '1500.25' },
);

const cases = Object.values(platforms).flatMap(({ id, protocols }) =>
  protocols.value.map((protocol): [PlatformId, CartProtocol] => [id, protocol]),
);

// A changed file shows what a changed template does to every purchasing system.
it.each(cases)('a cart for %s by %s', async (id, protocol) => {
  const { suggested } = platforms[id];
  const cxml = { from: [{ domain: 'DUNS', identity: '999999930' }], ...suggested.cxml };
  const opened = { oci: { oci: suggested.oci ?? {} }, cxml: { cxml }, peppol: { peppol: suggested.peppol ?? {} } }[
    protocol
  ];
  const session = sessionOf(specs[protocol], { platform: id, ...opened, returnHosts: ['srm.kund.example'] });
  // A box is in no list of 18A: that cart is refused before it leaves.
  const sent = protocol === 'peppol' ? { ...cart, lines: cart.lines.filter(({ unit }) => unit !== 'BX') } : cart;
  const mapped = mapCart(session, sent);
  const message = await writeMessage({ session, kind: 'return', cart: sent, mapped, shop });
  expect(message?.broken).toEqual([]);
  expectGolden(`return/${id}.${protocol}.txt`, message?.document?.text ?? printed(message!.form));
});
