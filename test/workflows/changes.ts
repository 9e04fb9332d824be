import { orderXml } from '../../bench/orders.ts';
import { ARTICLES } from './engine.ts';

/** An order in the process of Peppol where orders can be changed. */
export function order3(number: string, lines = 3): string {
  return orderXml({ number, lines, articles: ARTICLES, format: 'peppol-3-order' }).replace(
    'bis:ordering:3',
    'bis:advanced_ordering:3',
  );
}

export interface ChangeSpec {
  /** Of the change. */
  readonly id: string;
  readonly order: string;
  readonly sequence: number;
  /** What becomes of the lines of the order, by their numbers; of others nothing is said. */
  readonly lines: Readonly<Record<string, { readonly status: '1' | '2' | '3' | '4'; readonly quantity?: number }>>;
}

/** A change of `order3`: its lines with another status, and another quantity; a line that is added repeats the first article. */
export function orderChange({ id, order, sequence, lines }: ChangeSpec): string {
  const [head, ...all] = order3(order).split(/(?= {2}<cac:OrderLine>)/);
  const numbered = new Map(all.map((line, index) => [String(index + 1), line.replace('</Order>\n', '')]));
  const changed = Object.entries(lines).map(([number, { status, quantity }]) => {
    const line = numbered.get(number) ?? numbered.get('1')!;
    const price = /<cbc:PriceAmount[^>]*>([^<]*)</.exec(line)![1]!;
    const named = line.replace(
      /<cbc:ID>\d+<\/cbc:ID>/,
      `<cbc:ID>${number}</cbc:ID>\n      <cbc:LineStatusCode>${status}</cbc:LineStatusCode>`,
    );
    if (quantity === undefined) return named;
    return named
      .replace(/(<cbc:Quantity[^>]*>)[^<]*/, `$1${quantity}`)
      .replace(/(<cbc:LineExtensionAmount[^>]*>)[^<]*/, `$1${(quantity * Number(price)).toFixed(2)}`);
  });
  const header = head!
    .replace('schema:xsd:Order-2', 'schema:xsd:OrderChange-2')
    .replace('<Order ', '<OrderChange ')
    .replace('trns:order:3', 'trns:order_change:3')
    .replace(`<cbc:ID>${order}</cbc:ID>`, `<cbc:ID>${id}</cbc:ID>`)
    .replace('</cbc:IssueDate>', `</cbc:IssueDate>\n  <cbc:SequenceNumberID>${sequence}</cbc:SequenceNumberID>`)
    .replace(
      '</cac:ValidityPeriod>',
      `</cac:ValidityPeriod>\n  <cac:OrderReference>\n    <cbc:ID>${order}</cbc:ID>\n  </cac:OrderReference>`,
    )
    .replace(/ {2}<cac:TaxTotal>[\s\S]*<\/cac:AnticipatedMonetaryTotal>\n/, '');
  return `${[header, ...changed].join('')}</OrderChange>\n`;
}

/** A cancellation of `order3`. */
export function orderCancellation({ id, order }: { readonly id: string; readonly order: string }): string {
  const source = order3(order);
  const parties = /<cac:BuyerCustomerParty>[\s\S]*<\/cac:SellerSupplierParty>/.exec(source)![0];
  return `${source
    .slice(0, source.indexOf('  <cbc:Note>'))
    .replace('schema:xsd:Order-2', 'schema:xsd:OrderCancellation-2')
    .replace('<Order ', '<OrderCancellation ')
    .replace('trns:order:3', 'trns:order_cancellation:3')
    .replace(
      `<cbc:ID>${order}</cbc:ID>`,
      `<cbc:ID>${id}</cbc:ID>`,
    )}  <cbc:CancellationNote>Beställd två gånger av misstag</cbc:CancellationNote>
  <cac:OrderReference>
    <cbc:ID>${order}</cbc:ID>
  </cac:OrderReference>
  ${parties}
</OrderCancellation>
`;
}
