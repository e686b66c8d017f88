// Permissions that no pipeline uses any more.
import { candidateStatements } from '@/lib/iam/evaluate-policy';
import type { Statement } from '@/lib/iam/statement';
import type { Role } from '@/lib/model/resource';
import { type Arn, arnName } from '@/lib/names/arn';
import { principalPolicies } from '@/lib/verdict/principal-policies';
import type { FindingEvidence } from '../finding';
import { hatsOf, readHats } from '../hats';
import { narrowEach, oneOrAll, textsOf, withPrincipals } from '../narrow';
import type { Judged, Rule } from '../rule';
import { type StorePolicy, storePolicies } from '../stores';

export const policyNamesUnusedPrincipal: Rule = {
  id: 'policy-names-unused-principal',
  title: 'A policy names roles that no pipeline uses',
  severity: 'info',
  marks: false,
  why: 'Stages go and their permissions stay: in the policies of stores and keys, and in the list of roles that a pipeline may put on. Nobody looks after what nobody uses. Told only of policies that belong to pipelines, and of roles that no scanned pipeline needs.',
  remedy: 'Take the roles out, once it is clear that nothing beside pipelines needs them.',
  example: {
    wide: '{"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": ["arn:aws:iam::333333333333:role/deploy", "arn:aws:iam::222222222222:role/deploy-of-2021"]}',
    narrow:
      '{"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "arn:aws:iam::333333333333:role/deploy"}',
  },
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#remove-credentials',
    'https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-create-cross-account.html',
  ],
  check(judged) {
    const used = usedPrincipals(judged);
    const stores = storePolicies(judged).flatMap((one) => {
      const unused = unusedIn(one, used);
      return unused.names.length === 0
        ? []
        : {
            subject: one.subject,
            account: one.account,
            pipelines: one.pipelines,
            title: `the ${one.source.title} lets in ${unused.names.join(', ')}, and no pipeline needs it`,
            certainty: 'shown' as const,
            evidence: unused.evidence,
            narrowed: narrowEach(unused.evidence, (statement) =>
              withPrincipals(statement, (entry) => (unused.isUnused(entry) ? NOBODY : null)),
            ),
          };
    });
    const assumed = readHats(judged).flatMap(({ hat, role }) => {
      if (!hat.jobs.has('pipeline')) return [];
      const unused = unusedTargets(judged, role, used);
      return unused.names.length === 0
        ? []
        : {
            subject: role.arn,
            pipelines: hat.pipelines,
            title: `${role.name} may put on ${unused.names.join(', ')}, and no pipeline needs it`,
            certainty: 'shown' as const,
            evidence: unused.evidence,
            narrowed: narrowEach(unused.evidence, (statement) => {
              const left = textsOf(statement.Resource).filter(
                (arn) => !arn.includes(':role/') || used.has(arn),
              );
              return left.length === 0 ? [] : [{ ...statement, Resource: oneOrAll(left) }];
            }),
          };
    });
    return [...stores, ...assumed];
  },
};

const NOBODY = { AWS: [], Service: [] };

/** Everybody of whom some execution asks something, every hat, and the roles that actions name although they ask nothing: an
 *  approval may have one. */
function usedPrincipals(judged: Judged): ReadonlySet<Arn> {
  const { pipelines, inventory } = judged;
  const used = new Set<Arn>(hatsOf(judged).map((hat) => hat.role));
  for (const { stages } of inventory.pipelines.values())
    for (const action of stages.flatMap((stage) => [...stage.actions, ...stage.rules]))
      if (action.roleArn !== null) used.add(action.roleArn);
  for (const { paths } of pipelines)
    for (const { path } of paths)
      for (const { needs } of path.hops)
        for (const { principal } of needs) if ('arn' in principal) used.add(principal.arn);
  return used;
}

const ARTIFACT_ACTIONS: readonly string[] = [
  's3:GetObject',
  's3:PutObject',
  'kms:Decrypt',
  'kms:GenerateDataKey',
];
const ADMIN_ACTIONS: readonly string[] = ['s3:PutBucketPolicy', 'kms:PutKeyPolicy'];

/** Roles that may use artifacts; not those who look after the bucket or the key. */
function unusedIn({ policy, source }: StorePolicy, used: ReadonlySet<Arn>) {
  const admins = new Set(ADMIN_ACTIONS.flatMap((action) => namedIn(candidateStatements(policy, action))));
  const statements = [...new Set(ARTIFACT_ACTIONS.flatMap((action) => candidateStatements(policy, action)))];
  const isUnused = (arn: Arn) => arn.includes(':role/') && !used.has(arn) && !admins.has(arn);
  const evidence = statements
    .filter((one) => namedIn([one]).some(isUnused))
    .map((one): FindingEvidence => ({ source, statement: one.index }));
  return {
    names: [...new Set(namedIn(statements).filter(isUnused).map(arnName))].sort(),
    evidence,
    isUnused,
  };
}

function namedIn(statements: readonly Statement[]): readonly Arn[] {
  return statements.flatMap(({ effect, principals }) =>
    effect === 'Allow' && principals !== null && !principals.isNegated ? [...principals.arns] : [],
  );
}

function unusedTargets({ inventory, shelf }: Judged, role: Role, used: ReadonlySet<Arn>) {
  const names = new Set<string>();
  const evidence: FindingEvidence[] = [];
  for (const { policy, source } of principalPolicies(inventory, shelf, role).identity) {
    if (policy.kind === 'unread') continue;
    for (const statement of candidateStatements(policy, 'sts:AssumeRole')) {
      if (statement.effect !== 'Allow' || statement.resources === null || statement.resources.isNegated)
        continue;
      const unused = statement.resources.patterns.flatMap((one) =>
        one.kind === 'literal' && one.arn.includes(':role/') && !used.has(one.arn) ? arnName(one.arn) : [],
      );
      for (const name of unused) names.add(name);
      if (unused.length > 0) evidence.push({ source, statement: statement.index });
    }
  }
  return { names: [...names].sort(), evidence };
}
