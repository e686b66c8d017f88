// Policies of one layer against one request: whether some statement denies, whether some allows, and which.
import type { Doubts } from './doubt';
import type { Env, Reading } from './env';
import { coversAction } from './match-action';
import { meetsCondition } from './match-condition';
import { coversPrincipal, type Strength } from './match-principal';
import { coversResource } from './match-resource';
import type { Policy, PolicyType, UnreadPolicy } from './policy';
import type { Statement } from './statement';
import { and, or, type Tri } from './tri';

/** A statement that applies, or may. */
export interface Hit {
  readonly policy: Policy;
  readonly statement: Statement;
  readonly applies: Tri;
  readonly strength: Strength;
}

/** What the policies of one layer (of an SCP or RCP: one level) come to. */
export interface Tally {
  deny: Tri;
  /** Some Allow applies, whomever it names. */
  allow: Tri;
  /** The same by how strongly the principal is named; policies without principals count as direct. */
  direct: Tri;
  entity: Tri;
  account: Tri;
  denies: readonly Hit[];
  allows: readonly Hit[];
  /** An unread policy, or a statement that could not be read, may allow or deny besides. */
  mayAllow: boolean;
  mayDeny: boolean;
}

const MEMO_SIZE = 512;
const NO_HITS: readonly Hit[] = [];
const EVERYONE: Strength = { direct: 'yes', entity: 'no', account: 'no' };

/** What the policies say of the request. Layer and level name them among the readings of a world. Never throws. */
export function tally(
  list: readonly (Policy | UnreadPolicy)[],
  layer: PolicyType,
  level: number,
  env: Env,
): Tally {
  const plain = list.length === 1 && list[0] !== undefined ? plainAllow(list[0], env.request.action) : null;
  if (plain !== null) return plain;
  const counted: Tally = {
    deny: 'no',
    allow: 'no',
    direct: 'no',
    entity: 'no',
    account: 'no',
    denies: NO_HITS,
    allows: NO_HITS,
    mayAllow: false,
    mayDeny: false,
  };
  for (const policy of list) {
    if (policy.kind === 'unread') {
      counted.mayAllow = true;
      counted.mayDeny = true;
    } else
      for (const statement of candidateStatements(policy, env.request.action))
        count(counted, policy, statement, env);
  }
  if (counted.mayAllow || counted.mayDeny)
    fillIn(counted, env.world?.readings.get(`${layer}:${level}`) ?? null);
  return counted;
}

const PLAIN = new WeakMap<Statement, Tally>();

/** What a policy comes to of which one statement alone speaks of the action, and allows it to all on everything, as FullAWSAccess
 *  does at each level of an organisation; null for every other. Told once for each such statement. */
function plainAllow(policy: Policy | UnreadPolicy, action: string): Tally | null {
  if (policy.kind === 'unread') return null;
  const candidates = candidateStatements(policy, action);
  const statement = candidates.length === 1 ? candidates[0] : undefined;
  if (statement === undefined || !allowsAll(statement)) return null;
  const kept = PLAIN.get(statement);
  if (kept?.allows[0]?.policy === policy) return kept;
  const made: Tally = {
    deny: 'no',
    allow: 'yes',
    direct: 'yes',
    entity: 'no',
    account: 'no',
    denies: NO_HITS,
    allows: [{ policy, statement, applies: 'yes', strength: EVERYONE }],
    mayAllow: false,
    mayDeny: false,
  };
  PLAIN.set(statement, made);
  return made;
}

function allowsAll({ effect, principals, resources, conditions, unreadable }: Statement): boolean {
  return (
    effect === 'Allow' &&
    principals === null &&
    conditions.length === 0 &&
    unreadable.length === 0 &&
    resources !== null &&
    !resources.isNegated &&
    resources.patterns.some((pattern) => pattern.kind === 'everything')
  );
}

/** The statements of the policy whose Action covers the action, or could not be read. Never throws. */
export function candidateStatements(policy: Policy, action: string): readonly Statement[] {
  const kept = policy.candidates.get(action);
  if (kept) return kept;
  const lower = action.toLowerCase();
  const candidates = policy.statements.filter(
    (statement) => statement.actions === null || coversAction(statement.actions, lower),
  );
  if (policy.candidates.size >= MEMO_SIZE) policy.candidates.clear();
  policy.candidates.set(action, candidates);
  return candidates;
}

/** Whether the statement applies, given that its Action does and leaving its principals aside. What could not be read counts as
 *  met. Never throws. */
export function appliesToRequest(statement: Statement, env: Env, doubts: Doubts): Tri {
  let truth: Tri = 'yes';
  if (statement.resources !== null) truth = coversResource(statement.resources, env, doubts);
  else if (!statement.hasResource && env.service === 'kms') return 'no';
  for (const condition of statement.conditions) {
    if (truth === 'no') return 'no';
    truth = and(truth, meetsCondition(condition, env, doubts));
  }
  return truth;
}

/** How strongly the statement covers the principal; fully, in policies that name none. Never throws. */
export function principalStrength(statement: Statement, env: Env, doubts: Doubts): Strength {
  return statement.principals === null
    ? EVERYONE
    : coversPrincipal(statement.principals, statement, env, doubts);
}

/** Whether every element that counts could be read. A statement of a resource policy without Resource is one of a role's trust
 *  policy or of a repository of images, or of a key policy, where it has no effect; elsewhere it is malformed. Never throws.
 *  @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html (read 2026-11-24) */
export function isReadable(statement: Statement, env: Env): boolean {
  if (statement.unreadable.length > 0) return false;
  return statement.hasResource || namesNoResource(env) || env.service === 'kms';
}

/** Whether the policies of the service's resources speak of the resource that they hang on, and name none.
 *  @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policy-examples.html (read 2026-11-27) */
export function namesNoResource({ service }: Env): boolean {
  return service === 'sts' || service === 'ecr';
}

function count(counted: Tally, policy: Policy, statement: Statement, env: Env): void {
  // An Allow that cannot add anything need not be looked at.
  if (statement.effect === 'Allow' && counted.direct === 'yes') return;
  const applies = appliesToRequest(statement, env, null);
  if (applies === 'no') return;
  const strength = principalStrength(statement, env, null);
  const covered = or(strength.direct, or(strength.entity, strength.account));
  if (covered === 'no') return;
  const isDoubtful = !isReadable(statement, env);
  const truth = isDoubtful ? 'unknown' : and(applies, covered);
  if (statement.effect !== 'Allow')
    counted.denies = [...counted.denies, { policy, statement, applies: truth, strength }];
  if (statement.effect !== 'Deny')
    counted.allows = [...counted.allows, { policy, statement, applies: truth, strength }];
  if (isDoubtful) {
    if (statement.effect !== 'Allow') counted.mayDeny = true;
    if (statement.effect !== 'Deny') counted.mayAllow = true;
  } else if (statement.effect === 'Deny') counted.deny = or(counted.deny, truth);
  else {
    counted.allow = or(counted.allow, truth);
    counted.direct = or(counted.direct, and(applies, strength.direct));
    counted.entity = or(counted.entity, and(applies, strength.entity));
    counted.account = or(counted.account, and(applies, strength.account));
  }
}

/** Counts in what was not read, as the world takes it to be. */
function fillIn(counted: Tally, reading: Reading | null): void {
  if (counted.mayDeny)
    counted.deny = or(counted.deny, reading === null ? 'unknown' : reading === 'deny' ? 'yes' : 'no');
  if (!counted.mayAllow) return;
  const read = (...readings: readonly Reading[]): Tri =>
    reading === null ? 'unknown' : readings.includes(reading) ? 'yes' : 'no';
  counted.allow = or(counted.allow, read('absent', 'allow', 'direct', 'entity', 'account'));
  counted.direct = or(counted.direct, read('absent', 'allow', 'direct'));
  counted.entity = or(counted.entity, read('entity'));
  counted.account = or(counted.account, read('account'));
}
