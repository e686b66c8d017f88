// A policy that lets in somebody who is not there any more.
import type { Policy } from '@/lib/iam/policy';
import type { Inventory } from '@/lib/model/inventory';
import { type Arn, arnName, parseArn } from '@/lib/names/arn';
import type { PolicySource } from '@/lib/verdict/judgement';
import { trustPolicy } from '@/lib/verdict/resource-policies';
import { readHats } from '../hats';
import { narrowEach, withPrincipals } from '../narrow';
import type { Rule } from '../rule';
import { storePolicies } from '../stores';

export const policyNamesMissingPrincipal: Rule = {
  id: 'policy-names-missing-principal',
  title: 'A policy names a principal that does not exist',
  severity: 'low',
  marks: false,
  why: 'AWS keeps the id of a deleted role or user in the policies that named it. Making it anew does not bring the permission back, since it then has another id; and a role that does not exist can be made by whoever may make roles in that account.',
  remedy: 'Take the principal out, or write its ARN again once it exists: AWS then puts in the new id.',
  example: {
    wide: '{"Effect": "Allow", "Principal": {"AWS": "AROAEXAMPLEID000001"}, "Action": "sts:AssumeRole"}',
    narrow:
      '{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/shop-pipeline"}, "Action": "sts:AssumeRole"}',
  },
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_iam-ec2.html',
  ],
  check(judged) {
    const { inventory, shelf } = judged;
    const trusts = readHats(judged).flatMap(({ hat, role }) => {
      const trust = trustPolicy(inventory, shelf, role.arn);
      return trust === null || trust.policy.kind === 'unread'
        ? []
        : [
            {
              subject: role.arn,
              account: role.account,
              pipelines: hat.pipelines,
              policy: trust.policy,
              source: trust.source,
            },
          ];
    });
    return [...trusts, ...storePolicies(judged)].flatMap((one) => {
      const missing = missingIn(inventory, one.policy, one.source);
      if (missing.names.length === 0) return [];
      return {
        subject: one.subject,
        account: one.account,
        pipelines: one.pipelines,
        title: `the ${one.source.title} names ${missing.names.join(', ')}`,
        certainty: 'shown' as const,
        evidence: missing.evidence,
        narrowed: narrowEach(missing.evidence, (statement) =>
          withPrincipals(statement, (entry) =>
            UNIQUE_ID.test(entry) || isMissing(inventory, entry) ? NOBODY : null,
          ),
        ),
      };
    });
  },
};

const NOBODY = { AWS: [], Service: [] };
const UNIQUE_ID = /^A[A-Z]{2}A[A-Z0-9]{8,}$/;

/** Ids of deleted principals, and ARNs of roles and users that accounts which were read whole do not have. Of an account that was not
 *  read nothing is said. */
function missingIn(inventory: Inventory, policy: Policy, source: PolicySource) {
  const names = new Set<string>();
  const evidence = policy.statements.flatMap((statement) => {
    if (statement.effect !== 'Allow' || statement.principals === null || statement.principals.isNegated)
      return [];
    const ids = [...statement.principals.uniqueIds].map((id) => `the deleted principal ${id}`);
    const gone = [...statement.principals.arns]
      .filter((arn) => isMissing(inventory, arn))
      .map((arn) => `${arnName(arn)}, which account ${parseArn(arn)?.account} does not have`);
    for (const name of [...ids, ...gone]) names.add(name);
    return ids.length + gone.length === 0 ? [] : [{ source, statement: statement.index }];
  });
  return { names: [...names].sort(), evidence };
}

function isMissing({ iamReadIn, roles, users }: Inventory, arn: Arn): boolean {
  const parts = parseArn(arn);
  if (parts === null || parts.service !== 'iam' || !iamReadIn.has(parts.account)) return false;
  if (parts.resource.startsWith('role/')) return !roles.has(arn);
  return parts.resource.startsWith('user/') && !users.has(arn);
}
