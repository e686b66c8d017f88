// A hat that a service may put on without saying for whom.
import { authorize } from '@/lib/iam/authorize';
import { known } from '@/lib/iam/context';
import { trustedBy } from '@/lib/iam/trusted';
import { serviceTitle } from '@/lib/names/service-title';
import { trustPolicy } from '@/lib/verdict/resource-policies';
import { readHats } from '../hats';
import { narrowEach, withServiceCondition } from '../narrow';
import type { Rule } from '../rule';
import { FOREIGN_ACCOUNT } from '../stranger';

/** Services of which AWS says that they send aws:SourceArn and aws:SourceAccount when they put on a role. */
const SENDING: readonly string[] = ['codebuild.amazonaws.com', 'codedeploy.amazonaws.com'];

export const roleTrustsServiceOfAnyAccount: Rule = {
  id: 'role-trusts-service-of-any-account',
  title: 'A role trusts a service on behalf of any account',
  severity: 'info',
  marks: false,
  why: 'A service acts for many customers. Where AWS says that it sends for whom, a condition on aws:SourceAccount keeps others out. The risk is small: a role can be handed to a service only by its own account. Roles of services that do not send the keys are left alone, since a condition would lock the service out.',
  remedy:
    'Add a condition on aws:SourceAccount with the own account, or on aws:SourceArn with the project or deployment group.',
  example: {
    wide: '{"Effect": "Allow", "Principal": {"Service": "codebuild.amazonaws.com"}, "Action": "sts:AssumeRole"}',
    narrow: `{"Effect": "Allow", "Principal": {"Service": "codebuild.amazonaws.com"}, "Action": "sts:AssumeRole",
 "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}`,
  },
  sources: [
    'https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-service-role.html',
    'https://docs.aws.amazon.com/codedeploy/latest/userguide/security_confused_deputy.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
  ],
  check: (judged) =>
    readHats(judged).flatMap(({ hat, role }) => {
      const trust = trustPolicy(judged.inventory, judged.shelf, role.arn);
      if (trust === null || trust.policy.kind === 'unread') return [];
      const { policy, source } = trust;
      const named = trustedBy(policy, 'sts:AssumeRole');
      return SENDING.flatMap((service) => {
        if (!named.hasEveryone && !named.services.has(service)) return [];
        const { verdict, evidence } = authorize(
          {
            principal: { kind: 'service', service },
            action: 'sts:AssumeRole',
            resource: role.arn,
            resourceAccount: role.account,
            context: {
              'aws:SourceAccount': known(FOREIGN_ACCOUNT),
              'aws:SourceArn': known(
                `arn:aws:${service.split('.')[0]}:${hat.region}:${FOREIGN_ACCOUNT}:nobody-in-particular`,
              ),
            },
            closed: false,
          },
          {
            identity: [],
            boundary: null,
            session: null,
            resource: policy,
            scp: null,
            rcp: null,
            endpoint: null,
          },
        );
        if (verdict !== 'allowed' && verdict !== 'unknown') return [];
        const isShown = verdict === 'allowed';
        const found = evidence
          .filter((one) => one.effect === 'Allow')
          .map(({ statement }) => ({ source, statement }));
        return {
          subject: role.arn,
          about: service,
          pipelines: hat.pipelines,
          title: `${role.name} trusts ${serviceTitle(service)} on behalf of any account`,
          certainty: isShown ? ('shown' as const) : ('possible' as const),
          evidence: found,
          narrowed: narrowEach(found, (statement) =>
            withServiceCondition(statement, service, 'aws:SourceAccount', role.account),
          ),
          open: isShown ? [] : ['the trust policy could not be read in full'],
        };
      });
    }),
};
