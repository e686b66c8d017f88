// An artifact store whose policies let in everybody, or everybody of the organisation.

import { narrowEach, withPrincipals } from '../narrow';
import type { Rule } from '../rule';
import { strangersAt } from '../store-strangers';
import { storePolicies } from '../stores';
import { usersOf } from '../uses';

export const artifactStoreOpenToStrangers: Rule = {
  id: 'artifact-store-open-to-strangers',
  title: 'An artifact store is open to everybody, or to a whole organisation',
  severity: 'medium',
  marks: true,
  why: 'Artifacts hold source code, and often what builds leave behind. A policy for every principal, or for every principal of the organisation, lets accounts read them, or write what is deployed, that have nothing to do with the pipelines, those of tomorrow too.',
  remedy: 'Name the roles that deploy, or at least their accounts.',
  example: {
    wide: `{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::artifacts-us-east-1/*",
 "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}}`,
    narrow:
      '{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::333333333333:role/shop-deploy"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::artifacts-us-east-1/*"}',
  },
  sources: [
    'https://github.com/awslabs/aws-deployment-framework',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgid',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  ],
  check: (judged) =>
    storePolicies(judged).flatMap((one) => {
      const said = strangersAt(judged, one);
      if (said === null) return [];
      const { who, may, ...rest } = said;
      return {
        subject: one.subject,
        account: one.account,
        pipelines: one.pipelines,
        title: `the ${one.source.title} lets ${who === 'everybody' ? 'every AWS account' : 'the whole organisation'} ${may.join(' and ')}`,
        severity:
          who === 'everybody'
            ? ('critical' as const)
            : may.includes('write') || may.includes('encrypt')
              ? ('high' as const)
              : ('medium' as const),
        ...rest,
        narrowed: narrowEach(rest.evidence, (statement) =>
          withPrincipals(statement, (entry) => (entry === '*' ? usersOf(judged, one.subject) : null)),
        ),
      };
    }),
};
