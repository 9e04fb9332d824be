export const punchOutProtocols = ['oci', 'cxml', 'peppol'] as const;
export type PunchOutProtocol = (typeof punchOutProtocols)[number];

/**
 * What a call asks for. `create`, `edit` and `inspect` have a cart; `sourcing` begins one with a search; `detail` shows one product;
 * `validate` and `background_search` are answered at once.
 */
export const punchOutOperations = [
  'create',
  'edit',
  'inspect',
  'detail',
  'sourcing',
  'validate',
  'background_search',
] as const;
export type PunchOutOperation = (typeof punchOutOperations)[number];
