// Explains a decision: every policy that takes part, every statement of it, and why each applies or does not.
import { decisionOf } from './authorize';
import { decide, type Outcome } from './decide';
import type { VerdictKind } from './decision';
import { type Env, prepare } from './env';
import { appliesToRequest, isReadable, principalStrength } from './evaluate-policy';
import type { Explanation, PolicyReport, StatementReport } from './explanation';
import { coversAction } from './match-action';
import { firstMiss } from './miss';
import type { Policies, Policy, PolicyType, UnreadPolicy } from './policy';
import type { Request } from './request';
import { type Projection, resolve } from './resolve';
import type { Statement } from './statement';
import { and, or, type Tri } from './tri';

/** The decision with every statement considered, in AWS's order: RCP, SCP, resource, identity, boundary, session, endpoint.
 *  The slow path: nothing is skipped. Never throws. */
export function explain(request: Request, policies: Policies<Policy>): Explanation {
  const env = prepare(request, policies, null);
  const outcome = decide(env, policies, null);
  const decision = decisionOf(outcome, env, policies);
  const crossAccount = outcome.isCrossAccount === 'yes';
  const side = (project: Projection): VerdictKind =>
    crossAccount ? verdictOf(project, outcome, env, policies) : decision.verdict;
  const quiet: Env = { ...env, caveats: null };
  return {
    decision,
    policies: inOrder(policies).map(({ policy, layer, level }) => reportOf(policy, layer, level, quiet)),
    sides: {
      principal: side((one) => one.principalSide),
      resource: side((one) => one.resourceSide),
      crossAccount,
    },
  };
}

function verdictOf(project: Projection, outcome: Outcome, env: Env, policies: Policies<Policy>): VerdictKind {
  const truth = project(outcome);
  if (truth === 'unknown') return resolve(policies, env, project).verdict;
  return truth === 'yes' ? 'allowed' : 'denied';
}

interface Placed {
  readonly policy: Policy | UnreadPolicy;
  readonly layer: PolicyType;
  readonly level: number | null;
}

function inOrder(policies: Policies<Policy>): readonly Placed[] {
  const levels = (layer: 'rcp' | 'scp'): readonly Placed[] =>
    (policies[layer] ?? []).flatMap((list, level) => list.map((policy) => ({ policy, layer, level })));
  const listed = (
    layer: PolicyType,
    list: readonly (Policy | UnreadPolicy | null)[] | null,
  ): readonly Placed[] =>
    (list ?? []).flatMap((policy) => (policy === null ? [] : { policy, layer, level: null }));
  return [
    ...levels('rcp'),
    ...levels('scp'),
    ...listed('resource', [policies.resource]),
    ...listed('identity', policies.identity),
    ...listed('boundary', [policies.boundary, ...(policies.moreBoundary ?? [])]),
    ...listed('session', policies.session),
    ...listed('endpoint', [policies.endpoint]),
  ];
}

function reportOf(
  policy: Policy | UnreadPolicy,
  layer: PolicyType,
  level: number | null,
  env: Env,
): PolicyReport {
  const place = { policy: policy.id, layer, ...(level === null ? {} : { level }) };
  if (policy.kind === 'unread')
    return { read: false, allows: 'unknown', denies: 'unknown', statements: [], ...place };
  const statements = policy.statements.map((statement) => reportStatement(statement, env));
  const some = (effect: 'Allow' | 'Deny'): Tri =>
    policy.statements.reduce<Tri>((truth, statement, index) => {
      const isEither = statement.effect === effect || statement.effect === 'unreadable';
      return isEither ? or(truth, statements[index]?.applies ?? 'no') : truth;
    }, 'no');
  return { read: true, allows: some('Allow'), denies: some('Deny'), statements, ...place };
}

function reportStatement(statement: Statement, env: Env): StatementReport {
  const applies = truthOf(statement, env);
  const { failed, matchedElements } = firstMiss(statement, env);
  return {
    ...statement.evidence,
    applies,
    failed: applies === 'yes' ? null : failed,
    matchedElements,
  };
}

function truthOf(statement: Statement, env: Env): Tri {
  if (statement.actions !== null && !coversAction(statement.actions, env.action)) return 'no';
  const strength = principalStrength(statement, env, null);
  const covered = or(strength.direct, or(strength.entity, strength.account));
  const applies = and(appliesToRequest(statement, env, null), covered);
  return isReadable(statement, env) ? applies : and(applies, 'unknown');
}
