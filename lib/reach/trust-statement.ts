// One statement of a trust policy: whom it lets in today, and whom by itself alone.
import { sortedBy } from '@/lib/base/sort';
import type { Judged } from '@/lib/findings/rule';
import type { Policy } from '@/lib/iam/policy';
import type { Role } from '@/lib/model/resource';
import { assumeTarget } from '@/lib/verdict/assume-index';
import { assumesTo, assumesToTarget } from './assume-steps';
import { openness, type Step } from './step';

export interface LetIn {
  readonly step: Step;
  /** Whether nobody else of the policy lets it in: without the statement it would stay out. */
  readonly isAlone: boolean;
}

/** Those whom the statement (0-based) lets in, or may, with every Deny of the policy in force and their own side asked too. None where it
 *  is a Deny, or the policy was not read. Never throws. */
export function letInByStatement(judged: Judged, role: Role, statement: number): readonly LetIn[] {
  const target = assumeTarget(judged.inventory, judged.shelf, role);
  const { trust } = target;
  if (trust.kind !== 'policy' || trust.statements[statement]?.effect !== 'Allow') return [];
  const only = keeping(trust, ({ effect, index }) => effect !== 'Allow' || index === statement);
  const without = keeping(trust, ({ index }) => index !== statement);
  const otherwise = new Map(
    assumesToTarget(judged, role, { ...target, trust: without }).map((step) => [step.from.id, step.verdict]),
  );
  const today = new Set(assumesTo(judged, role).map((step) => step.from.id));
  const letIn = assumesToTarget(judged, role, { ...target, trust: only }).filter(({ from }) =>
    today.has(from.id),
  );
  return sortedBy(letIn, ({ from }) => from.id).map((step) => {
    const verdict = otherwise.get(step.from.id);
    return { step, isAlone: verdict === undefined || openness(verdict) > openness(step.verdict) };
  });
}

/** The policy with some of its statements, each under its own number. */
function keeping(policy: Policy, isKept: (one: Policy['statements'][number]) => boolean): Policy {
  return { ...policy, statements: policy.statements.filter(isKept), candidates: new Map() };
}
