import { confirmed, template, type Platform } from './platform.ts';

export const coupa: Platform = {
  id: 'coupa',
  name: 'Coupa',
  protocols: confirmed(['cxml'], 'OCI 9, Coupa'),
  suggested: {
    cxml: { cartVersion: '1.2.020', responseVersion: '1.2.014', userExtrinsics: ['UniqueName', 'UserEmail', 'User'] },
  },
  mapping: template(),
  facts: {
    cxml: { unmappedUnit: confirmed({}, 'cXML 14, Coupa') },
  },
  notes: [
    confirmed('Names of parties have the domain DUNS or one of their own.', 'cXML 14, Coupa'),
    confirmed('Its own list names DTD 1.2.023 for the cart.', 'cXML 1'),
    confirmed(
      'Says who shops in the extrinsics FirstName, LastName, UniqueName, UserEmail, User, BusinessUnit.',
      'cXML 14, Coupa',
    ),
  ],
};
