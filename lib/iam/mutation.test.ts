// Whether the scenarios and the naive evaluator would see a change of the decision formula: each is tried, and must be seen.
import { describe, expect, it, vi } from 'vitest';
import type { JsonObject } from '@/lib/base/json';
import { bruteForce } from './brute-force.fixture';
import type { Undetermined } from './decision';
import { makeLines, randomFrom } from './lines.fixture';
import { type Evaluator, type Mutation, mutant } from './mutants.fixture';
import { naiveAllows, type RawObject } from './oracle.fixture';
import { asExpected, scenarioFiles } from './scenario.fixture';

vi.setConfig({ testTimeout: 120_000 });

const MUTATIONS: readonly (readonly [what: string, file: string, from: string, to: string])[] = [
  // The decision formula.
  ['an explicit deny does not bind', 'decide', 'and(and(and(undenied, scp)', 'and(and(and(scp, scp)'],
  ['SCPs need not allow', 'decide', 'and(and(and(undenied, scp)', 'and(and(and(undenied, undenied)'],
  ['a refusal of the service does not bind', 'decide', 'not(refusal.refused)), and', 'scp), and'],
  ['nothing need be granted', 'decide', 'and(grant.holds, endpoint)', 'and(endpoint, endpoint)'],
  ['the endpoint need not allow', 'decide', 'and(grant.holds, endpoint)', 'grant.holds'],
  [
    'denies of the principal’s side do not bind',
    'decide',
    'not(or(principalDeny, resourceDeny))',
    'not(resourceDeny)',
  ],
  [
    'denies of the resource’s side do not bind',
    'decide',
    'not(or(principalDeny, resourceDeny))',
    'not(principalDeny)',
  ],
  [
    'denies of identity policies do not bind',
    'decide',
    'or(denyOf(layers.identity), denyOf(layers.boundary))',
    'denyOf(layers.boundary)',
  ],
  [
    'denies of the boundary do not bind',
    'decide',
    'or(denyOf(layers.identity), denyOf(layers.boundary))',
    'denyOf(layers.identity)',
  ],
  [
    'denies of session policies do not bind',
    'decide',
    'or(denyOf(layers.session), and(isBound, denyOfAll(layers.scp)))',
    'and(isBound, denyOfAll(layers.scp))',
  ],
  [
    'denies of SCPs do not bind',
    'decide',
    'or(denyOf(layers.session), and(isBound, denyOfAll(layers.scp)))',
    'denyOf(layers.session)',
  ],
  [
    'denies of the endpoint do not bind',
    'decide',
    'denyOfAll(layers.scp))), denyOf(layers.endpoint)',
    'denyOfAll(layers.scp))), denyOf(null)',
  ],
  ['denies of RCPs do not bind', 'decide', 'and(isBound, denyOfAll(layers.rcp));', "'no';"],
  [
    'some level of SCPs is enough',
    'decide',
    'allow = and(allow, level.allow)',
    'allow = or(allow, level.allow)',
  ],
  [
    'the first layer that fails is not told',
    'decide',
    "if (all.undenied === allowed) return 'explicit-deny';",
    '',
  ],
  [
    'a refusal across accounts binds in one',
    'decide',
    "isCrossAccount === 'no') return ACCEPTED",
    "isCrossAccount === 'yes') return ACCEPTED",
  ],
  // What is granted.
  [
    'across accounts the resource is enough',
    'grant',
    'holds: and(byResource, identity.whole),',
    'holds: byResource,',
  ],
  [
    'across accounts the identity is enough',
    'grant',
    'holds: and(byResource, identity.whole),',
    'holds: identity.whole,',
  ],
  [
    'a role named is past its boundary',
    'grant',
    'or(direct, and(resource.entity, filters))',
    'or(direct, resource.entity)',
  ],
  [
    'a session named is within its boundary',
    'grant',
    'or(direct, and(resource.entity, filters))',
    'and(or(direct, resource.entity), filters)',
  ],
  [
    'role and session swapped',
    'grant',
    'or(direct, and(resource.entity, filters))',
    'or(resource.entity, and(direct, filters))',
  ],
  ['the account named is enough', 'grant', 'and(resource.account, identity.whole)', 'resource.account'],
  ['a trust policy need not delegate', 'grant', 'and(resource.account, identity.whole)', 'identity.whole'],
  ['every policy must delegate', 'grant', 'isExplicit ? and', 'true ? and'],
  [
    'the boundary is no filter',
    'grant',
    'whole: and(allow, and(boundary, session))',
    'whole: and(allow, session)',
  ],
  [
    'the session policy is no filter',
    'grant',
    'whole: and(allow, and(boundary, session))',
    'whole: and(allow, boundary)',
  ],
  [
    'the identity need not allow',
    'grant',
    'whole: and(allow, and(boundary, session))',
    'whole: and(boundary, session)',
  ],
  [
    'a federated user needs no session policy',
    'grant',
    "'federated-user' ? 'no' : 'yes'",
    "'federated-user' ? 'yes' : 'yes'",
  ],
  [
    'a service needs more than the resource',
    'grant',
    "holds: resource.direct,\n      by: 'resource'",
    "holds: resource.account,\n      by: 'resource'",
  ],
  [
    'grants of a key do not allow',
    'grant',
    'entity: or(entity, layers.grants), account }',
    'entity, account }',
  ],
  [
    'a boundary surely binds a user whom a trust policy names',
    'grant',
    'or(identity.boundary, ruling(',
    "or('no', ((..._all: unknown[]): Tri => 'no')(",
  ],
  // Which policies take part.
  [
    'SCPs bind services',
    'layers',
    "scp: 'account' in principal && !isServiceLinked",
    'scp: !isServiceLinked',
  ],
  [
    'SCPs and RCPs bind service-linked roles',
    'layers',
    "includes(SERVICE_LINKED)) return 'yes'",
    "includes(SERVICE_LINKED)) return 'no'",
  ],
  ['RCPs bind every service', 'layers', 'RCP_SERVICES.has(env.service)', 'RCP_SERVICES.size > 0'],
  ['RCPs bind keys that AWS manages', 'layers', "policies.keyManager === 'AWS'", 'false'],
  [
    'boundaries bind nobody',
    'layers',
    'boundary: hasPolicies ? boundaryOf(policies) : null',
    'boundary: null',
  ],
  [
    'an unknown owner is the principal’s account',
    'layers',
    "owner.includes('*') ? 'unknown' : 'yes'",
    "owner.includes('*') ? 'no' : 'yes'",
  ],
  [
    'a resource without owner is of another account',
    'layers',
    "return 'no';\n  }\n  if (owner ===",
    "return 'yes';\n  }\n  if (owner ===",
  ],
  // Statements.
  [
    'a Deny is an Allow',
    'evaluate-policy',
    "statement.effect === 'Deny') counted.deny",
    "statement.effect !== 'Deny') counted.deny",
  ],
  [
    'an unread policy says nothing',
    'evaluate-policy',
    'counted.mayAllow = true;\n      counted.mayDeny = true;',
    '',
  ],
  [
    'an unread policy denies nothing',
    'evaluate-policy',
    'counted.mayAllow = true;\n      counted.mayDeny = true;',
    'counted.mayAllow = true;',
  ],
  [
    'an unreadable statement is not there',
    'evaluate-policy',
    'if (isDoubtful) {',
    'if (isDoubtful && false) {',
  ],
  [
    'conditions are alternatives',
    'evaluate-policy',
    'truth = and(truth, meetsCondition(condition, env, doubts))',
    'truth = meetsCondition(condition, env, doubts)',
  ],
  [
    'a key policy needs no Resource',
    'evaluate-policy',
    "!statement.hasResource && env.service === 'kms'",
    'false',
  ],
  [
    'one strength for all',
    'evaluate-policy',
    'counted.account = or(counted.account, and(applies, strength.account))',
    'counted.direct = or(counted.direct, and(applies, strength.account))',
  ],
  ['NotAction is Action', 'match-action', 'isListed !== list.isNegated', 'isListed'],
  ['NotResource is Resource', 'match-resource', 'list.isNegated ? not(isListed) : isListed', 'isListed'],
  [
    'a `*` never runs on over a colon',
    'match-resource',
    'if (glob.loose === null || ',
    'if (glob.strict !== null || glob.loose === null || ',
  ],
  // Conditions.
  [
    'a missing key meets a positive operator',
    'match-condition',
    'return triOf(condition.operator.isNegated);\n}',
    "return 'yes';\n}",
  ],
  [
    'a missing key fails a negated operator',
    'match-condition',
    'return triOf(condition.operator.isNegated);\n}',
    "return 'no';\n}",
  ],
  [
    'IfExists fails without the key',
    'match-condition',
    "is taken as met');\n    return 'yes';",
    "is taken as met');\n    return 'no';",
  ],
  [
    'ForAllValues fails without the key',
    'match-condition',
    "triOf(condition.qualifier === 'all')",
    "triOf(condition.qualifier === 'any')",
  ],
  [
    'ForAllValues is ForAnyValue',
    'match-condition',
    "const combine = qualifier === 'all' ? and : or",
    'const combine = or',
  ],
  ['values of a policy are not alternatives', 'match-condition', "if (isMatched === 'yes') break;", 'break;'],
  [
    'a negated operator is not',
    'match-condition',
    'operator.isNegated ? not(isMatched) : isMatched;\n}',
    'isMatched;\n}',
  ],
  [
    'several values without a set operator are met',
    'match-condition',
    "is taken as not met');\n    return 'no';",
    "is taken as not met');\n    return 'yes';",
  ],
  ['Null is upside down', 'match-condition', "isAbsent ? 'true' : 'false'", "isAbsent ? 'false' : 'true'"],
  ['a key not known is absent', 'key-state', '(env.request.closed ? ABSENT : UNKNOWN)', 'ABSENT'],
  ['a key not named is not known', 'key-state', '(env.request.closed ? ABSENT : UNKNOWN)', 'UNKNOWN'],
  [
    'a variable without value is empty',
    'fill-template',
    "if (text === null) return { kind: 'valueless' };",
    'if (text === null) continue;',
  ],
  // Principals.
  [
    'a role named is the session named',
    'match-principal',
    "const ENTITY: Strength = { direct: 'no', entity: 'yes'",
    "const ENTITY: Strength = { direct: 'yes', entity: 'no'",
  ],
  [
    'an account named is everybody in it',
    'match-principal',
    "const ACCOUNT: Strength = { direct: 'no', entity: 'no', account: 'yes' }",
    "const ACCOUNT: Strength = { direct: 'yes', entity: 'no', account: 'no' }",
  ],
  [
    '`{"AWS":"*"}` surely names services',
    'match-principal',
    'if (isDeny) return DIRECT;\n  const truth',
    'if (isDeny || !isDeny) return DIRECT;\n  const truth',
  ],
  [
    'NotPrincipal spares those listed in part',
    'match-not-principal',
    "missing === 'no' ? 'no' :",
    "some === 'yes' ? 'no' :",
  ],
  [
    'NotPrincipal spares those with a boundary',
    'match-not-principal',
    "if (env.hasBoundary === 'yes') return 'yes';",
    '',
  ],
  ['a disputed rule is settled', 'ruling', "return 'unknown';", "return 'yes';"],
  [
    'sessions are of roles without a path',
    'named-principal',
    'return role.isPathOpen === true &&',
    'return false &&',
  ],
  [
    'no role of a session has the path that a pattern names',
    'match-condition',
    '!NAMES_A_PATH.test(operand.text)) return triOf(isMet)',
    'underPaths.length > 0) return triOf(isMet)',
  ],
  // Services.
  ['nobody may ask who it is', 'services/sts', "return 'account' in principal;", 'return false;'],
  [
    'a session gets a session token',
    'services/sts',
    "kind === 'role' || kind === 'federated-user')",
    "kind === 'saml')",
  ],
  ['credentials reach beyond their partition', 'authentication', 'own === other || ', 'own !== other || '],
  ['every service hears anybody', 'authentication', 'ANSWER_ANYBODY.has(service)', 'ANSWER_ANYBODY.size > 0'],
  [
    'KMS hears anybody',
    'services/kms',
    "env.principal.kind === 'anonymous'",
    "env.principal.kind === 'saml'",
  ],
  ['SCPs bind what may be service-linked', 'decide', 'not(serviceLinked(env, doubts))', "'yes'"],
  [
    'a key policy need not delegate',
    'services/kms',
    "needsResourcePolicy: (env) => env.resource !== '*'",
    "needsResourcePolicy: (env) => env.resource === ''",
  ],
  [
    'every operation of KMS reaches across accounts',
    'services/kms',
    'ACROSS_ACCOUNTS.has(env.action)) return null',
    'ACROSS_ACCOUNTS.size > 0) return null',
  ],
  [
    'a role can be passed across accounts',
    'services/iam',
    "env.action === 'iam:passrole'\n      ?",
    'env.action === env.service\n      ?',
  ],
  ['a root user can assume a role', 'services/sts', "kind === 'root' &&", "kind === 'anonymous' &&"],
  ['a trust policy is an ordinary one', 'services/sts', 'ASKS_TRUST_POLICY.includes(env.action)', 'false'],
  [
    'RestrictPublicBuckets does nothing',
    'public-access',
    "setting === 'unread' ? readingOf(env) : 'yes'",
    "setting === 'unread' ? readingOf(env) : 'no'",
  ],
  [
    'a grant’s encryption context may hold more',
    'grant-condition',
    "condition['ForAllValues:StringEquals'] =",
    "condition['ForAnyValue:StringNotEqualsIfExists'] =",
  ],
  [
    'a bucket policy allows of others’ objects too',
    'grant',
    'or(and(isOwn, truth), and(not(isOwn), byLists))',
    'truth',
  ],
  ['access control lists allow nothing', 'object-ownership', 'BY_LIST.has(env.action)', 'false'],
  // What is not known.
  [
    'what depends is unknown',
    'resolve',
    "isUnknown ? 'unknown' : 'depends',\n    by: null,\n    undetermined: listed(isExact",
    "'unknown',\n    by: null,\n    undetermined: listed(isExact",
  ],
  [
    'a gap is the request’s own',
    'variables',
    'isGap: true,\n    isComplete: true,\n    asks: null,\n    values: readings',
    'isGap: false,\n    isComplete: true,\n    asks: null,\n    values: readings',
  ],
  ['all that is open is decisive', 'resolve', 'found.has(index)', 'true'],
  [
    'an unknown key is surely there',
    'key-variable',
    "if (state.kind === 'unknown') add({ kind: 'absent' });",
    '',
  ],
  [
    'Kleene: unknown and no is unknown',
    'tri',
    "if (a === 'no' || b === 'no') return 'no';",
    "if (a === 'no' && b === 'no') return 'no';",
  ],
  [
    'Kleene: unknown or yes is unknown',
    'tri',
    "if (a === 'yes' || b === 'yes') return 'yes';",
    "if (a === 'yes' && b === 'yes') return 'yes';",
  ],
];

interface Check {
  readonly request: JsonObject;
  /** Why the decision is wrong; null when it is right. */
  readonly wrong: (decision: ReturnType<Evaluator['authorize']>) => boolean;
}

const CHECKS: readonly Check[] = [...scenarioChecks(), ...knownChecks(2000), ...openChecks(250)];

function scenarioChecks(): readonly Check[] {
  return scenarioFiles().flatMap(({ cases }) =>
    cases.map(({ request, expect: expected }) => ({
      request,
      wrong: (decision) =>
        JSON.stringify(asExpected(decision, expected)) !== JSON.stringify(sorted(expected)),
    })),
  );
}

/** In the order in which a decision is put. */
function sorted<T extends object>(expected: T): T {
  const order = ['verdict', 'by', 'evidence', 'undetermined', 'caveat'];
  const entries = Object.entries(expected).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return Object.fromEntries(entries) as T;
}

function knownChecks(count: number): readonly Check[] {
  const make = makeLines(randomFrom(1));
  return Array.from({ length: count }, () => make(false)).map((line) => {
    const verdicts = [false, true].map((reading) =>
      naiveAllows(line, {
        wildcardService: reading,
        partialNotPrincipal: new Set(),
        boundaryBindsDirectUser: reading,
        refusesUnsigned: reading,
        bad: reading,
      }),
    );
    const expected = verdicts[0] ? 'allowed' : 'denied';
    return {
      request: line as JsonObject,
      wrong: ({ verdict }) => (verdict === 'allowed' || verdict === 'denied') && verdict !== expected,
    };
  });
}

function openChecks(count: number): readonly Check[] {
  const make = makeLines(randomFrom(2));
  return Array.from({ length: count }, () => make(true)).flatMap((line: RawObject): readonly Check[] => {
    const expected = bruteForce(line);
    if (expected === null) return [];
    return [
      {
        request: line as JsonObject,
        wrong: ({ verdict, undetermined }) =>
          verdict !== expected.verdict || namesOf(undetermined).join() !== expected.undetermined.join(),
      },
    ];
  });
}

function namesOf(undetermined: readonly Undetermined[]): readonly string[] {
  const names = undetermined.map((one) => {
    if (one.kind === 'resource') return 'resource-text';
    return one.kind === 'key' ? one.key : one.kind === 'policy' ? one.policy : one.rule;
  });
  return [...new Set(names)].sort();
}

/** Whether some check fails under the evaluator, or it breaks. */
function isSeen({ authorize, readRequest }: Evaluator): boolean {
  return CHECKS.some(({ request, wrong }) => {
    try {
      const read = readRequest(request);
      return read.kind === 'unreadable' || wrong(authorize(read.request, read.policies));
    } catch {
      return true;
    }
  });
}

describe('a change of the evaluator', () => {
  it('is none where nothing is changed', () => {
    expect(isSeen(mutant(null))).toBe(false);
  });

  it.each(MUTATIONS)('is seen: %s', (_what, file, from, to) => {
    const mutation: Mutation = { file, from, to };
    expect(isSeen(mutant(mutation))).toBe(true);
  });
});
