// Test support: the pipeline role, and how it puts on the roles of actions.
import type { Json } from '@/lib/base/json';
import { allow, DEV, HUB, PROD, role, trust } from '@/lib/model/snapshot.fixture';
import {
  DEV_ROLE,
  deployIdentity,
  PIPELINE_IDENTITY,
  PIPELINE_ROLE,
  PROD_ROLE,
} from '@/lib/model/working-pipeline.fixture';
import type { Fact } from '@/lib/snapshot/fact';
import { changed, iamRefused, type RegisterEntry } from './entry.fixture';

const CROSS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-create-cross-account.html';
const TRUST = 'https://github.com/aws/aws-cdk/issues/11353';
const CONFUSED = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html';
const KEYS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html';

const runsAs = { kind: 'need', at: 'Source/Fetch', hop: 'runs-as', need: 'sts:AssumeRole' } as const;
const assumes = { kind: 'need', at: 'Prod/Deploy-Prod', hop: 'assumes', need: 'sts:AssumeRole' } as const;
const trusted = (Condition: Json) => changed({ prodTrust: trust({ AWS: PIPELINE_ROLE }, Condition) });

/** The role of the action in production, under another path. */
const underPath = (path: string): Fact => {
  const arn = `arn:aws:iam::${PROD}:role${path}deploy`;
  const fact = role(PROD, 'deploy', trust({ AWS: PIPELINE_ROLE }), ...deployIdentity(PROD));
  return {
    ...fact,
    arn,
    data: { ...(fact.data as { readonly [name: string]: Json }), Arn: arn, Path: path },
  };
};
/** An action with a role of the pipeline's own account. */
const atHome = (trusts: Json) =>
  changed({
    pipelineIdentity: [allow('sts:AssumeRole', '*'), ...PIPELINE_IDENTITY],
    extra: [
      role(HUB, 'at-home', trusts, ...PIPELINE_IDENTITY, ...deployIdentity(HUB)),
      role(HUB, 'build-stack', trust({ Service: 'cloudformation.amazonaws.com' })),
    ],
    devAction: {
      roleArn: `arn:aws:iam::${HUB}:role/at-home`,
      configuration: {
        ActionMode: 'CREATE_UPDATE',
        StackName: 'shop',
        TemplatePath: 'source::template.json',
        RoleArn: `arn:aws:iam::${HUB}:role/build-stack`,
      },
    },
  });

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

  {
    id: 'action-role-trusts-service-principal-only',
    what: 'The role of an action trusts a service such as CodePipeline, but it is the pipeline role that puts it on.',
    sources: [TRUST, 'https://github.com/aws/aws-cdk/issues/15649'],
    as: { ...assumes, says: /its trust policy names no principal of/ },
    fires: changed({
      prodTrust: trust({ Service: ['codepipeline.amazonaws.com', 'cloudformation.amazonaws.com'] }),
    }),
    cannotTell: iamRefused(PROD),
  },
  {
    id: 'role-arn-path-missing',
    what: 'An ARN leaves out the path of a role (`/service-role/`), and so means a role that does not exist.',
    sources: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html'],
    as: { ...assumes, says: /has no role of this name under this path; there is role\/service-role\/deploy/ },
    fires: changed({ extra: [underPath('/service-role/')], without: (fact) => fact.arn === PROD_ROLE }),
    cannotTell: iamRefused(PROD),
  },
  {
    id: 'same-account-action-role-not-trusted',
    what: 'A role of an action in the pipeline’s own account does not trust the pipeline role.',
    sources: ['https://github.com/aws/aws-cdk/issues/15649', CROSS],
    as: { ...assumes, at: 'Dev/Deploy-Dev', says: /at-home: its trust policy does not name/ },
    fires: atHome(trust({ Service: 'codepipeline.amazonaws.com' })),
    silent: atHome(trust({ AWS: PIPELINE_ROLE })),
    cannotTell: iamRefused(HUB),
  },
  {
    id: 'roleArn-on-non-aws-action',
    what: 'An action that is not AWS’s own has a role.',
    sources: ['https://github.com/awslabs/aws-refarch-cross-account-pipeline/issues/7'],
    as: {
      kind: 'fault',
      at: 'Dev/Deploy-Dev',
      rule: 'role-on-foreign-action',
      says: /an action of owner Custom cannot have a role of its own/i,
    },
    fires: changed({ devAction: { type: ['Build', 'Custom', 'Jenkins'] } }),
    cannotTell: {
      never: 'owner and role stand in the definition of the pipeline: without it there is nothing to judge',
    },
  },
  {
    id: 'trust-external-id-required',
    what: 'A trust policy wants an external id, and CodePipeline never sends one.',
    sources: [CROSS],
    as: { ...assumes, says: /wants an external id, and CodePipeline never sends one/ },
    fires: trusted({ StringEquals: { 'sts:ExternalId': 'shared' } }),
    cannotTell: iamRefused(PROD),
  },
  {
    id: 'trust-mfa-required',
    what: 'A trust policy wants multi-factor authentication, which a service’s session never has.',
    sources: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html',
    ],
    as: { ...assumes, says: /a condition in its trust policy is not met .*MultiFactorAuthPresent/ },
    fires: trusted({ Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
    silent: trusted({ BoolIfExists: { 'aws:ViaAWSService': 'false' } }),
    // AWS's pages do not say whether the key is absent or false, and here that decides.
    cannotTell: trusted({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } }),
  },
  {
    id: 'trust-source-arn-on-action-role',
    what: 'The trust policy of an action’s role asks for a source ARN or account, which only services send.',
    sources: ['https://github.com/awslabs/aws-deployment-framework/pull/247', CONFUSED],
    as: { ...assumes, says: /a condition in its trust policy is not met .*SourceArn/ },
    fires: trusted({ ArnLike: { 'aws:SourceArn': `arn:aws:codepipeline:*:${HUB}:*` } }),
    silent: trusted({ ArnLikeIfExists: { 'aws:SourceArn': `arn:aws:codepipeline:*:${HUB}:*` } }),
    cannotTell: iamRefused(PROD),
  },
  {
    id: 'trust-source-account-on-service-role',
    what: 'The trust policy of the pipeline role names another source account, or another pipeline.',
    sources: ['https://github.com/awslabs/aws-deployment-framework', CONFUSED],
    as: { ...runsAs, says: /a condition in its trust policy is not met .*SourceAccount/ },
    fires: changed({
      pipelineTrust: trust(
        { Service: 'codepipeline.amazonaws.com' },
        { StringEquals: { 'aws:SourceAccount': DEV } },
      ),
    }),
    silent: changed({
      pipelineTrust: trust(
        { Service: 'codepipeline.amazonaws.com' },
        { StringEquals: { 'aws:SourceAccount': HUB } },
      ),
    }),
    cannotTell: iamRefused(HUB),
  },
  {
    id: 'trust-via-aws-service-condition',
    what: 'A trust policy lets only requests in that a service passes on, and this one is none.',
    sources: ['https://github.com/aws/aws-cdk/issues/25301', KEYS],
    as: { ...assumes, says: /a condition in its trust policy is not met .*ViaAWSService/ },
    fires: trusted({ Bool: { 'aws:ViaAWSService': 'true' } }),
    silent: trusted({ Bool: { 'aws:ViaAWSService': 'false' } }),
    cannotTell: iamRefused(PROD),
  },
  {
    id: 'trust-session-name-condition',
    what: 'A trust policy wants a session of a certain name, and CodePipeline names its sessions by the time of day.',
    sources: [
      'https://docs.aws.amazon.com/codepipeline/latest/userguide/troubleshooting.html',
      'https://github.com/awslabs/aiops-modules/pull/429',
    ],
    as: { ...assumes, verdict: 'depends', says: /Depends on sts:RoleSessionName/ },
    fires: trusted({ StringEquals: { 'sts:RoleSessionName': 'pipeline' } }),
    silent: trusted({ StringLike: { 'sts:RoleSessionName': '*' } }),
    cannotTell: iamRefused(PROD),
  },
  {
    id: 'trust-orphaned-principal-id',
    what: 'A trust policy names the id of a role that was deleted, also if one of the same name exists again.',
    sources: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
      'https://hackingthe.cloud/aws/general-knowledge/why_recreating_an_iam_role_doesnt_restore_trust_a_gotcha_in_role_arns',
    ],
    as: { ...assumes, says: /names AROAOLDPIPELINEROLE, the id of a principal that was deleted/ },
    fires: changed({ prodTrust: trust({ AWS: 'AROAOLDPIPELINEROLE' }) }),
    cannotTell: iamRefused(PROD),
  },
];
