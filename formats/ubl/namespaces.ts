/** Namespaces of UBL 2. Plain literals, so that comparing with a name that was read compares addresses (see xml/namespaces.ts). */
export const CAC = 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2';
export const CBC = 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2';
export const EXT = 'urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2';
export const ORDER = 'urn:oasis:names:specification:ubl:schema:xsd:Order-2';
export const ORDER_RESPONSE = 'urn:oasis:names:specification:ubl:schema:xsd:OrderResponse-2';
export const ORDER_CHANGE = 'urn:oasis:names:specification:ubl:schema:xsd:OrderChange-2';
export const ORDER_CANCELLATION = 'urn:oasis:names:specification:ubl:schema:xsd:OrderCancellation-2';
export const DESPATCH_ADVICE = 'urn:oasis:names:specification:ubl:schema:xsd:DespatchAdvice-2';
export const APPLICATION_RESPONSE = 'urn:oasis:names:specification:ubl:schema:xsd:ApplicationResponse-2';
export const CATALOGUE = 'urn:oasis:names:specification:ubl:schema:xsd:Catalogue-2';
