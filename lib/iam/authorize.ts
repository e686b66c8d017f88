// Decides one request under all policies that take part, as AWS would, and says what decided and what is not known.
import { decide, type Outcome } from './decide';
import type { Decision, Evidence, VerdictKind } from './decision';
import { type Env, note, prepare } from './env';
import { evidenceOf } from './evidence';
import { grantEvidence } from './grants';
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
    const evidence = withGrants(evidenceOf(outcome, verdict), outcome, verdict, env, policies);
    return {
      verdict,
      by: outcome.by,
      evidence,
      undetermined: NOTHING,
      caveats: caveatsOf(outcome, env, true),
    };
  }
  const { verdict, by, undetermined, isExact, witness, allowIf } = resolve(
    policies,
    env,
    (one) => one.allowed,
  );
  return {
    verdict,
    by: by ?? outcome.by,
    evidence: withGrants(evidenceOf(outcome, verdict), outcome, verdict, env, policies),
    undetermined,
    caveats: caveatsOf(outcome, env, isExact),
    ...(allowIf ? { allowIf } : {}),
    ...(witness ? { witness } : {}),
  };
}

/** With the grants of a key that allow, where no statement of its policy surely does. */
function withGrants(
  evidence: readonly Evidence[],
  { layers }: Outcome,
  verdict: VerdictKind,
  env: Env,
  { grants }: Policies<Policy>,
): readonly Evidence[] {
  if (layers.grants === 'no' || verdict === 'denied' || !Array.isArray(grants)) return evidence;
  const isPolicy = evidence.some(
    (one) => one.layer === 'resource' && one.effect === 'Allow' && one.applies === 'yes',
  );
  return isPolicy ? evidence : [...evidence, ...grantEvidence(grants, env)];
}

const NONE: readonly string[] = [];
const NOTHING: Decision['undetermined'] = [];

function caveatsOf(outcome: Outcome, env: Env, isExact: boolean): readonly string[] {
  if (outcome.refusal !== null) note(env, outcome.refusal);
  if (!isExact) note(env, 'not every way to fill in the unknown could be tried');
  return env.caveats === null ? NONE : [...env.caveats].sort();
}
