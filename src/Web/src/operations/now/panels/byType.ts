import type { GrainCount } from '../../../api/schema';

export type Order = 'count' | 'type';

export type TypeRow = { type: string; total: number; bySilo: Map<string, number> };

/** The counts of all silos by type of grain: most first, or by name. */
export function byType(grains: GrainCount[], order: Order): TypeRow[] {
  const rows = new Map<string, TypeRow>();
  for (const { type, silo, activations } of grains) {
    const row = rows.get(type) ?? { type, total: 0, bySilo: new Map() };
    row.total += activations;
    row.bySilo.set(silo, (row.bySilo.get(silo) ?? 0) + activations);
    rows.set(type, row);
  }
  const byName = (a: TypeRow, b: TypeRow) => a.type.localeCompare(b.type);
  return [...rows.values()].sort(order === 'type' ? byName : (a, b) => b.total - a.total || byName(a, b));
}
