// Test support: the pipeline role, and how it puts on the roles of actions.
import { allow, HUB, PROD, trust } from '@/lib/model/snapshot.fixture';
import { DEV_ROLE, PIPELINE_IDENTITY, PIPELINE_ROLE } from '@/lib/model/working-pipeline.fixture';
import { changed, type RegisterEntry, refused } from './entry.fixture';

const CROSS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-create-cross-account.html';
const TRUST = 'https://github.com/aws/aws-cdk/issues/11353';

const iamRefused = (account: string) =>
  changed({ without: (fact) => fact.kind === 'iam-role' && fact.account === account }, [
    refused('iam:GetAccountAuthorizationDetails', account),
  ]);
const runsAs = { kind: 'need', at: 'Source/Fetch', hop: 'runs-as', need: 'sts:AssumeRole' } as const;
const assumes = { kind: 'need', at: 'Prod/Deploy-Prod', hop: 'assumes', need: 'sts:AssumeRole' } as const;

export const ROLES: readonly RegisterEntry[] = [
  {
    id: 'service-role-trust-missing-codepipeline',
    what: 'The pipeline role does not trust CodePipeline.',
    sources: [
      TRUST,
      'https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-create-service-role-cli.html',
    ],
    as: {
      ...runsAs,
      says: /CodePipeline cannot put on .*shop-pipeline: its trust policy does not name the service/,
    },
    fires: changed({ pipelineTrust: trust({ Service: 'codebuild.amazonaws.com' }) }),
    cannotTell: iamRefused(HUB),
  },
  {
    id: 'service-role-deleted',
    what: 'The pipeline role does not exist any more, or lies under another path.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/how-to-custom-role.html'],
    as: { ...runsAs, says: /has no role of this name/ },
    fires: changed({ without: (fact) => fact.arn === PIPELINE_ROLE }),
    cannotTell: iamRefused(HUB),
  },
  {
    id: 'pipeline-role-cannot-assume-action-role',
    what: 'The pipeline role’s own policies do not let it put on the role of an action.',
    sources: ['https://github.com/hashicorp/terraform-provider-aws/issues/13103', CROSS],
    as: {
      ...assumes,
      says: /shop-pipeline cannot put on .*deploy: its own policies do not allow sts:AssumeRole/,
    },
    fires: changed({ pipelineIdentity: [allow('sts:AssumeRole', DEV_ROLE), ...PIPELINE_IDENTITY.slice(1)] }),
    cannotTell: iamRefused(HUB),
  },
  {
    id: 'action-role-trust-missing-pipeline-role',
    what: 'The role of an action does not trust the pipeline role.',
    sources: ['https://github.com/aws/aws-cdk/issues/14484', CROSS],
    as: { ...assumes, says: /its trust policy/ },
    fires: changed({ prodTrust: trust({ AWS: `arn:aws:iam::${HUB}:role/another` }) }),
    cannotTell: iamRefused(PROD),
  },
];
