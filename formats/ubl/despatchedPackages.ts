import type { DespatchLine, DespatchPackage } from '../document/despatchAdvice.ts';

/** A package as it is handed over, such as a pallet, and those in it that the goods of a line are in. */
export interface HandlingUnit {
  readonly outer: DespatchPackage;
  readonly inner: readonly DespatchPackage[];
}

export interface DespatchedPackages {
  /** How many packages stand in no other. */
  readonly count: number;
  /** Where the goods of the line are, each package once; throws for one that is not there. */
  of(line: Pick<DespatchLine, 'packages'>): HandlingUnit[];
}

/** The packages of a despatch advice by their ids. Throws when a package stands in itself or in one that is not there. */
export function despatchedPackages(packages: readonly DespatchPackage[]): DespatchedPackages {
  const byId = new Map(packages.map((each) => [each.id, each]));
  const found = (id: string): DespatchPackage => {
    const known = byId.get(id);
    if (known) return known;
    throw new Error(`the despatch advice has no package ${id}`);
  };
  const outermost = (each: DespatchPackage, depth = 0): DespatchPackage => {
    if (each.parentId === undefined) return each;
    if (depth > packages.length) throw new Error(`package ${each.id} stands in itself`);
    return outermost(found(each.parentId), depth + 1);
  };
  for (const each of packages) outermost(each);
  return {
    count: packages.filter(({ parentId }) => parentId === undefined).length,
    of: (line) => {
      const units = Map.groupBy(new Set(line.packages.map(({ packageId }) => found(packageId))), (one) =>
        outermost(one),
      );
      return [...units].map(([outer, all]) => ({ outer, inner: all.filter((one) => one !== outer) }));
    },
  };
}
