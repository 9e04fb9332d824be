import { assumed, confirmed, template, type CartFacts, type Platform } from './platform.ts';

/** Assumed: the ISO codes of T006, SAP's table of units, name packages as Recommendation 21 does, without the X of Recommendation 20. */
const packages = ['BG', 'BO', 'BX', 'CA', 'CS', 'CT', 'PA', 'PK', 'RO', 'TU'].map((code) => ({
  ours: `X${code}`,
  theirs: code,
}));
const mapping = template({
  tables: { units: { entries: packages, unknown: 'keep' } },
});

const facts: CartFacts = {
  unmappedUnit: confirmed({}, 'OCI 9, SAP SRM'),
  formFields: assumed('all', 'OCI 9, PHP receivers'),
};

export const sapSrm: Platform = {
  id: 'sap-srm',
  name: 'SAP SRM',
  protocols: confirmed(['oci'], 'OCI 2'),
  suggested: { oci: { version: '4.0', echoControls: true, charset: 'utf-8' } },
  mapping,
  facts: { oci: facts },
  notes: [
    confirmed('Lines with an error are dropped with one general message (log SLG1, object BBP_OCI).', 'OCI 9, SAP SRM'),
    confirmed('BBP_CATALOG_TRANSFER may change any field: each customer has rules of its own.', 'OCI 9, SAP SRM'),
    confirmed(
      'Units are ISO codes that the customer must have mapped (CUNI); D97, PCE and EA fail often.',
      'OCI 9, SAP SRM',
    ),
    assumed('Packages are known by their codes without X: BX, not XBX.', 'OCI 9, Units'),
    assumed('SAP GUI opens the shop with HOOK_URL SAPEVENT:POST.', 'OCI 3.2'),
  ],
};

export const sapS4: Platform = {
  id: 'sap-s4',
  name: 'SAP S/4HANA',
  protocols: confirmed(['oci'], 'OCI 9, SAP S/4HANA'),
  suggested: { oci: { version: '5.0', echoControls: true, charset: 'utf-8' } },
  mapping,
  facts: { oci: facts },
  notes: [
    confirmed(
      'OCI 4.0 and 5.0 stand side by side; prices may be asked for again with VALIDATE before ordering.',
      'OCI 8',
    ),
    confirmed('On VALIDATE the price unit may get lost (KBA 3382679): it is sent as before.', 'OCI 5'),
  ],
};
