// Which statements of a policy speak for a request today, each whole or in part.
import type { Judged } from '@/lib/findings/rule';
import { coversAction } from '@/lib/iam/match-action';
import { relatePattern } from '@/lib/iam/pattern-relation';
import type { Policy } from '@/lib/iam/policy';
import type { Statement } from '@/lib/iam/statement';
import { toPattern } from '@/lib/iam/wildcard';
import type { JudgedNeed } from '@/lib/verdict/judgement';

export interface Serving {
  readonly statement: Statement;
  /** `yes`: it allows the request as it is known. `unknown`: a part of it, or only if a condition holds. */
  readonly applies: 'yes' | 'unknown';
}

/** The request cannot be known: its configuration holds a variable, or hangs on something that was not read. Never throws. */
export function isOpen({ need }: JudgedNeed): boolean {
  return need.cannotTell !== undefined || need.unread !== undefined;
}

/** The Allow statements of these policies that speak for the request; of one that cannot be known those that speak of its action.
 *  Never throws. */
export function servingIn(
  judged: Judged,
  need: JudgedNeed,
  layer: 'identity' | 'resource',
  policies: readonly Policy[],
): readonly Serving[] {
  if (isOpen(need)) return policies.flatMap((policy) => allowsOf(policy, need.need.action)).map(open);
  const reports = judged.shelf.onceOf('reports', JSON.stringify(need.need), () => need.explain().policies);
  return policies.flatMap((policy) => {
    const report = reports.find((one) => one.layer === layer && one.policy === policy.id);
    return (report?.statements ?? []).flatMap((one): readonly Serving[] => {
      const statement = policy.statements[one.statement];
      if (one.effect !== 'Allow' || one.applies === 'no' || statement === undefined) return [];
      return [{ statement, applies: one.applies }];
    });
  });
}

function open(statement: Statement): Serving {
  return { statement, applies: 'unknown' };
}

function allowsOf(policy: Policy, action: string): readonly Statement[] {
  return policy.statements.filter(
    ({ effect, actions }) =>
      effect === 'Allow' && (actions === null || coversAction(actions, action.toLowerCase())),
  );
}

/** Those that are enough: of several that surely allow the one with the fewest conditions; where none does, all that may. Never throws. */
export function enough(serving: readonly Serving[]): readonly Serving[] {
  const sure = serving.filter(({ applies }) => applies === 'yes');
  const [best] = sure.toSorted((a, b) => a.statement.conditions.length - b.statement.conditions.length);
  return best === undefined ? serving : [best];
}

/** Whether the pattern of a policy, as written, covers all of what a request may ask on, or some of it. Never throws. */
export function relate(written: string, resource: string): 'yes' | 'no' | 'unknown' {
  if (written === '*') return 'yes';
  // A policy variable may stand for anything.
  if (written.includes('${')) return 'unknown';
  return relatePattern(toPattern(written), toPattern(resource));
}
