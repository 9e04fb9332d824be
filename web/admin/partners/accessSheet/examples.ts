/** Calls to copy, with the partner's own addresses and names; where a secret goes stands SECRET. Pure. */
import type { CxmlSettings, OciSettings, PeppolCartSettings } from '../../../../partners/punchOut.ts';

export interface ExampleFacts {
  /** Whole address. */
  readonly orders: string;
  readonly punchOut: string;
  /** Users by what they are for; absent: none is set. */
  readonly users: Readonly<Partial<Record<'basic' | 'bearer' | 'form' | 'cxml', string>>>;
}

const SECRET = 'SECRET';
const HOOK = 'https://purchasing.example.com/hook';

/** An order in UBL, by curl. */
export function orderExample({ orders, users }: ExampleFacts): string {
  const login = users.basic === undefined && users.bearer !== undefined;
  const who = login ? `-H 'Authorization: Bearer ${SECRET}'` : `-u '${users.basic ?? 'USER'}:${SECRET}'`;
  return [`curl ${who} -H 'Content-Type: application/xml' \\`, `  --data-binary @order.xml ${orders}`].join('\n');
}

export function ociExample({ parameters }: OciSettings, { punchOut, users }: ExampleFacts): string {
  const { user, password, hook } = parameters;
  const given = [
    [user, users.form ?? 'USER'],
    [password, SECRET],
    [hook, HOOK],
  ] as const;
  return [`curl -i ${punchOut} \\`, ...dataLines(given)].join('\n');
}

export function peppolExample(
  { parameters, documents }: PeppolCartSettings,
  { punchOut, users }: ExampleFacts,
): string {
  const given = [
    [parameters.user, users.form ?? 'USER'],
    [parameters.password, SECRET],
    [parameters.buyer, 'BUYER'],
    ['return_object_spec_id', documents[0] ?? ''],
    ['post_url', HOOK],
  ] as const;
  return [`curl -i ${punchOut} \\`, ...dataLines(given)].join('\n');
}

function dataLines(given: readonly (readonly [name: string, value: string])[]): string[] {
  return given.map(([name, value], at) => {
    const end = at === given.length - 1 ? '' : ' \\';
    return `  --data-urlencode '${name}=${value}'${end}`;
  });
}

export function cxmlExample({ from, to }: CxmlSettings, { users }: ExampleFacts): string {
  const [sender = '', identity = ''] = (users.cxml ?? '').split('/');
  return [
    '<Header>',
    ...credential('From', from[0]),
    ...credential('To', to[0] ?? { domain: 'DOMAIN', identity: 'IDENTITY' }),
    '  <Sender>',
    `    <Credential domain="${xml(sender || 'DOMAIN')}">`,
    `      <Identity>${xml(identity || 'IDENTITY')}</Identity>`,
    `      <SharedSecret>${SECRET}</SharedSecret>`,
    '    </Credential>',
    '  </Sender>',
    '</Header>',
  ].join('\n');
}

function credential(element: string, name: CxmlSettings['from'][number] | undefined): string[] {
  const { domain = 'DOMAIN', identity = 'IDENTITY' } = name ?? {};
  return [
    `  <${element}>`,
    `    <Credential domain="${xml(domain)}"><Identity>${xml(identity)}</Identity></Credential>`,
    `  </${element}>`,
  ];
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
