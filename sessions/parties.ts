/** Seller and buyer of a cart, from what the shop knows of itself and of its customer. Pure. */
import type { CustomerRecord } from '../shop/customerRecords.ts';
import type { Address, Identifier, Party } from '../formats/document/order.ts';
import { GLN_SCHEME, parsePeppolId, type OwnIdentities } from '../shop/identity.ts';
import { sellerContact, type ShopProfile } from '../shop/profile.ts';

const SWEDISH_ORGANISATION = '0007';
const DUNS = '0060';

export function sellerParty(shop: ShopProfile): Party {
  const contact = sellerContact(shop);
  return {
    ...ownParty(shop, shop.name),
    address: shop.address,
    legalAddress: shop.address,
    ...(contact && { contact }),
  };
}

export function buyerParty(customer: CustomerRecord): Party {
  const [place] = customer.invoiceAddresses;
  return { ...ownParty(customer, customer.name), ...(place && { address: addressOf(place) }) };
}

/** A place of a customer, named by its GLN or by the buyer's own id. */
function addressOf(place: CustomerRecord['invoiceAddresses'][number]): Address {
  const { id: _, addressId, gln, name: __, contact: ___, ...postal } = place;
  const id = identifier(GLN_SCHEME, gln) ?? (addressId === undefined ? undefined : { id: addressId });
  // what is absent is not there: records come without nulls
  return { ...(id && { id }), ...(postal as Address) };
}

function ownParty(owner: OwnIdentities, name: string): Party {
  const { organisationNumber, vatNumber, gln, duns, peppolId } = owner;
  const identifications = [
    identifier(GLN_SCHEME, gln),
    identifier(DUNS, duns),
    identifier(SWEDISH_ORGANISATION, organisationNumber),
  ];
  const endpoint = peppolId === undefined ? identifier(GLN_SCHEME, gln) : parsePeppolId(peppolId);
  const legal = identifier(SWEDISH_ORGANISATION, organisationNumber);
  return {
    name,
    legalName: name,
    identifications: identifications.filter((found) => found !== undefined),
    ...(endpoint && { endpoint }),
    ...(vatNumber !== undefined && { vat: { id: vatNumber } }),
    ...(legal && { legal }),
  };
}

function identifier(scheme: string, id: string | undefined): Identifier | undefined {
  return id === undefined ? undefined : { scheme, id };
}
