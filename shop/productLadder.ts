/** Which product the identifiers of a line stand for. Pure. */
import { agree } from './agree.ts';
import type { MatchedBy, RungSaid } from './evaluation.ts';
import type { ProductRung } from './matchPolicy.ts';
import type { LocalText, VatRate } from './product.entity.ts';

/** A product that one identifier of a line stands for. */
export interface ProductHit {
  position: number;
  by: MatchedBy;
  id: string;
  article_number: string;
  name: LocalText;
  status: 'active' | 'withdrawn';
  unit: string;
  minimum: string | null;
  maximum: string | null;
  multiple: string | null;
  stock: string | null;
  vat: VatRate[];
  units: Record<string, string> | null;
  replacement_id: string | null;
  replacement_number: string | null;
  replacement_name: LocalText | null;
}

/** What is looked for by rung; `cart`: the id of a product; `remembered`: a hash. */
export type WantedProduct = Readonly<Partial<Record<ProductRung | 'remembered', string>>>;

/** The two rungs that look for the same text: the lower one counts only where the upper one finds nothing. */
const TWINS: ReadonlySet<MatchedBy> = new Set(['sellersItemId', 'alias']);

interface Climbed {
  /** The one product, and what the other rungs say that have something to look for. */
  readonly found?: { readonly hit: ProductHit; readonly others: readonly RungSaid[] };
  /** Every product that is named, from the highest rung down. */
  readonly known: readonly ProductHit[];
}

/** What a person has answered before decides alone. Otherwise all rungs that name a product must agree on one. */
export function climb(wanted: WantedProduct, hits: readonly ProductHit[], ladder: readonly ProductRung[]): Climbed {
  const rungs = ladder.flatMap((by) => (wanted[by] === undefined ? [] : [{ by, hits: sorted(hits, by) }]));
  const twins = rungs.filter(({ by }) => TWINS.has(by));
  const upper = twins.find((rung) => rung.hits.length > 0) ?? twins[0];
  const counted = rungs.filter((rung) => !TWINS.has(rung.by) || rung === upper);
  const said = counted.map((rung): RungSaid => ({ by: rung.by, articles: rung.hits.map((hit) => hit.article_number) }));
  const known = counted.flatMap((rung) => rung.hits);
  const [remembered] = sorted(hits, 'remembered');
  if (remembered) return { found: { hit: remembered, others: said }, known };
  const { one } = agree(counted.map((rung) => new Set(rung.hits.map(({ id }) => id))));
  const hit = known.find(({ id }) => id === one);
  return hit ? { found: { hit, others: said.filter(({ by }) => by !== hit.by) }, known } : { known };
}

function sorted(hits: readonly ProductHit[], by: MatchedBy): ProductHit[] {
  const ofRung = hits.filter((hit) => hit.by === by);
  return ofRung.toSorted((a, b) => (a.article_number < b.article_number ? -1 : 1));
}
