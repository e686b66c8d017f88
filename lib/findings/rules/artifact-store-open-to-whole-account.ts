// An artifact store that leaves it to another account who of it comes in.

import { arnAccount } from '@/lib/names/arn';
import { narrowEach, withPrincipals } from '../narrow';
import type { Rule } from '../rule';
import { accountAt } from '../store-strangers';
import { storePolicies } from '../stores';
import { usersOf } from '../uses';

export const artifactStoreOpenToWholeAccount: Rule = {
  id: 'artifact-store-open-to-whole-account',
  title: 'An artifact store trusts whole accounts',
  severity: 'low',
  marks: false,
  why: 'A statement that names the root of another account leaves it to that account who may read the artifacts, or write them: every principal there whose own policies allow it. AWS’s walkthrough for several accounts writes it like that.',
  remedy: 'Name the roles that deploy, or add a condition on aws:PrincipalArn.',
  example: {
    wide: '{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::333333333333:root"}, "Action": ["s3:Get*", "s3:Put*"], "Resource": "arn:aws:s3:::artifacts-us-east-1/*"}',
    narrow:
      '{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::333333333333:role/shop-deploy"}, "Action": "s3:Get*", "Resource": "arn:aws:s3:::artifacts-us-east-1/*"}',
  },
  sources: [
    'https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-create-cross-account.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts',
  ],
  check: (judged) =>
    storePolicies(judged).flatMap((one) => {
      const named = new Set(
        one.policy.statements.flatMap((statement) =>
          statement.effect === 'Allow' ? [...(statement.principals?.accounts ?? [])] : [],
        ),
      );
      const accounts = new Set([...named].map((text) => text.slice(text.lastIndexOf(':') + 1)));
      return [...accounts].sort().flatMap((account) => {
        if (account === one.account) return [];
        const said = accountAt(judged, one, account);
        if (said === null) return [];
        const { who: _, may, ...rest } = said;
        const name = judged.inventory.accounts.get(account)?.name ?? account;
        return {
          subject: one.subject,
          about: account,
          account: one.account,
          pipelines: one.pipelines,
          title: `the ${one.source.title} lets every principal of ${name} ${may.join(' and ')} that its own policies let`,
          ...(may.includes('write') ? { severity: 'medium' as const } : {}),
          ...rest,
          narrowed: narrowEach(rest.evidence, (statement) =>
            withPrincipals(statement, (entry) =>
              entry === account || entry.endsWith(`::${account}:root`)
                ? {
                    AWS: usersOf(judged, one.subject).AWS.filter((arn) => arnAccount(arn) === account),
                    Service: [],
                  }
                : null,
            ),
          ),
        };
      });
    }),
};
