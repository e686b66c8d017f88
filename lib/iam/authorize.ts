// Decides one request under all policies that take part, as AWS would, and says what decided and what is not known.
import { decide, type Outcome } from './decide';
import type { Decision } from './decision';
import { type Env, note, prepare } from './env';
import { evidenceOf } from './evidence';
import type { Policies, Policy } from './policy';
import type { Request } from './request';
import { resolve } from './resolve';

/** Whether the request is allowed: `depends` where only the request's own unknowns decide, `unknown` where something unread or a
 *  rule on which AWS's pages do not agree could change the answer. Never throws.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html (read 2026-11-24) */
export function authorize(request: Request, policies: Policies<Policy>): Decision {
  const env = prepare(request, policies, null);
  return decisionOf(decide(env, policies, null), env, policies);
}

/** The decision that an outcome comes to. Never throws. */
export function decisionOf(outcome: Outcome, env: Env, policies: Policies<Policy>): Decision {
  if (outcome.allowed !== 'unknown') {
    const verdict = outcome.allowed === 'yes' ? 'allowed' : 'denied';
    const evidence = evidenceOf(outcome, verdict);
    return { verdict, by: outcome.by, evidence, undetermined: [], caveats: caveatsOf(outcome, env, true) };
  }
  const { verdict, by, undetermined, isExact, witness, allowIf } = resolve(
    policies,
    env,
    (one) => one.allowed,
  );
  return {
    verdict,
    by: by ?? outcome.by,
    evidence: evidenceOf(outcome, verdict),
    undetermined,
    caveats: caveatsOf(outcome, env, isExact),
    ...(allowIf ? { allowIf } : {}),
    ...(witness ? { witness } : {}),
  };
}

const NONE: readonly string[] = [];

function caveatsOf(outcome: Outcome, env: Env, isExact: boolean): readonly string[] {
  if (outcome.refusal !== null) note(env, outcome.refusal);
  if (!isExact) note(env, 'not every way to fill in the unknown could be tried');
  return env.caveats === null ? NONE : [...env.caveats].sort();
}
