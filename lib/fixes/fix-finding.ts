// What to change so that a finding is no longer true, and no execution loses what it needs.
import { groupBy } from '@/lib/base/group-by';
import { isJsonObject, type Json } from '@/lib/base/json';
import type { Finding, Narrowing } from '@/lib/findings/finding';
import { placeOfPolicy } from '@/lib/verdict/policy-place';
import type { Fix } from './fix';

/** One fix for each policy whose statements can be narrowed to what the scanned pipelines need; none where no statement tells how.
 *  What else uses the policy is not known: the sentence says so. Never throws. */
export function fixesForFinding({ narrowed, account }: Finding): readonly Fix[] {
  return [...groupBy(narrowed, ({ source }) => source.id).values()].flatMap((all): readonly Fix[] => {
    const [first] = all;
    const place = first === undefined ? null : placeOfPolicy(first.source.id);
    if (first === undefined || place === null) return [];
    const { source } = first;
    const before = isJsonObject(source.document) ? (source.document as Json) : null;
    const after = before === null ? null : withNarrowings(before, all);
    if (before === null || after === null) return [];
    const added = all.flatMap(({ to }) => to);
    const numbers = all.map(({ statement }) => statement + 1).sort((a, b) => a - b);
    const which = `${numbers.length === 1 ? 'statement' : 'statements'} ${numbers.join(', ')} of the ${source.title}`;
    return [
      {
        account: source.account ?? account,
        where: `the ${source.title}`,
        sentence:
          added.length === 0
            ? `take out ${which}: no scanned pipeline needs it`
            : `narrow ${which} to what the scanned pipelines need`,
        statements: added.length === 0 ? null : added,
        change: {
          place,
          before,
          after,
          added,
          removed: all.map(({ statement }) => statementsOf(before)[statement] ?? null),
        },
      },
    ];
  });
}

function statementsOf(document: Json): readonly Json[] {
  const Statement: Json | undefined = isJsonObject(document) ? document.Statement : undefined;
  return Array.isArray(Statement) ? Statement : [Statement ?? null];
}

/** The document with each narrowed statement in the place of the wide one; null where nothing would be left: AWS takes no policy
 *  without a statement. */
function withNarrowings(document: Json, narrowed: readonly Narrowing[]): Json | null {
  const instead = new Map(narrowed.map(({ statement, to }) => [statement, to]));
  const statements = statementsOf(document).flatMap(
    (one, index): readonly Json[] => instead.get(index) ?? [one],
  );
  return statements.length === 0 || !isJsonObject(document) ? null : { ...document, Statement: statements };
}
