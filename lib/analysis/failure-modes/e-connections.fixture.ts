// Test support: connections to repositories elsewhere, and clones of them.
import { allow, DEV, HUB, role, trust } from '@/lib/model/snapshot.fixture';
import {
  type ActionCase,
  refusal,
  resourceFact,
  STORE_ACCESS,
  STORE_KEY,
  snapshotOfCase,
} from '../checked-action.fixture';
import type { RegisterEntry } from './entry.fixture';

const CONNECTION = `arn:aws:codeconnections:us-east-1:${HUB}:connection/c1`;
const connection = (status: string) =>
  resourceFact('connection', 'codeconnections:GetConnection', CONNECTION, {
    Connection: { ConnectionName: 'github', ConnectionStatus: status, ProviderType: 'GitHub' },
  });
const UPLOAD: ActionCase['action'] = {
  type: ['Deploy', 'AWS', 'S3'],
  configuration: { BucketName: 'drop', Extract: 'true' },
};
const REPOSITORY = { ConnectionArn: CONNECTION, FullRepositoryId: 'acme/shop', BranchName: 'main' };
const USE = 'codeconnections:UseConnection';

function connected(
  change: Partial<ActionCase> & { readonly configuration?: { readonly [key: string]: string } } = {},
) {
  const { configuration = {}, ...rest } = change;
  return snapshotOfCase({
    action: UPLOAD,
    source: {
      type: ['Source', 'AWS', 'CodeStarSourceConnection'],
      configuration: { ...REPOSITORY, ...configuration },
    },
    facts: [connection('AVAILABLE')],
    ...rest,
  });
}

/** The same where no role of the account was read. */
function unreadRole(change: Parameters<typeof connected>[0] = {}) {
  const gaps = [refusal('iam:GetAccountAuthorizationDetails', CONNECTION, null)];
  const snapshot = connected({ ...change, read: [DEV], gaps });
  return { ...snapshot, facts: snapshot.facts.filter(({ kind }) => kind !== 'iam-role') };
}

const PROJECT = `arn:aws:codebuild:us-east-1:${HUB}:project/shop`;
const project = resourceFact('build-project', 'codebuild:BatchGetProjects', PROJECT, {
  name: 'shop',
  serviceRole: `arn:aws:iam::${HUB}:role/builder`,
  encryptionKey: STORE_KEY,
  source: { type: 'CODEPIPELINE' },
  artifacts: { type: 'CODEPIPELINE' },
});
const builder = (...may: ReturnType<typeof allow>[]) =>
  role(
    HUB,
    'builder',
    trust({ Service: 'codebuild.amazonaws.com' }),
    allow('logs:*', '*'),
    ...STORE_ACCESS,
    ...may,
  );
const BUILD: ActionCase['action'] = {
  type: ['Build', 'AWS', 'CodeBuild'],
  configuration: { ProjectName: 'shop' },
};
const CLONE = { OutputArtifactFormat: 'CODEBUILD_CLONE_REF' };

export const CONNECTIONS: readonly RegisterEntry[] = [
  {
    id: 'connection-pending',
    what: 'A connection is pending or in error: somebody must finish it in the console.',
    sources: [
      'https://github.com/XgridInc/xc3/issues/115',
      'https://docs.aws.amazon.com/dtconsole/latest/userguide/connections-update.html',
    ],
    as: { kind: 'fault', at: 'Source/Fetch', rule: 'connection-not-available', says: /is pending/ },
    fires: connected({ facts: [connection('PENDING')] }),
    silent: connected(),
    cannotTell: connected({ facts: [], gaps: [refusal('codeconnections:GetConnection', CONNECTION)] }),
  },
  {
    id: 'connection-deleted-or-wrong-region',
    what: 'A connection does not exist, or lies in another region than its ARN says.',
    sources: ['https://docs.aws.amazon.com/codeconnections/latest/APIReference/API_GetConnection.html'],
    as: { kind: 'fault', at: 'Source/Fetch', rule: 'connection-missing', says: /there is no connection c1/ },
    fires: connected({
      facts: [resourceFact('connection', 'codeconnections:GetConnection', CONNECTION, null)],
    }),
    silent: connected(),
    cannotTell: connected({ facts: [], gaps: [refusal('codeconnections:GetConnection', CONNECTION)] }),
  },
  {
    id: 'use-connection-missing',
    what: 'The role that fetches the source may not use the connection.',
    sources: ['https://github.com/awslabs/landing-zone-accelerator-on-aws/issues/828'],
    as: { kind: 'need', at: 'Source/Fetch', hop: 'calls', need: USE, says: /use the connection/ },
    fires: connected({ may: [] }),
    silent: connected(),
    cannotTell: unreadRole(),
  },
  {
    id: 'connection-prefix-mismatch',
    what: 'The connection is allowed under its former name, codestar-connections, while its ARN says codeconnections.',
    sources: ['https://docs.aws.amazon.com/dtconsole/latest/userguide/rename.html'],
    as: {
      kind: 'need',
      at: 'Source/Fetch',
      hop: 'calls',
      need: 'codestar-connections:UseConnection',
      verdict: 'unknown',
      says: /AWS’s pages disagree/,
    },
    fires: connected({ may: [allow('codestar-connections:UseConnection', '*')] }),
    silent: connected({ may: [allow(USE, CONNECTION)] }),
    cannotTell: {
      never: 'AWS’s pages disagree whether it is enough, so that it is never more than an open question',
    },
  },
  {
    id: 'connection-condition-mismatch',
    what: 'The use of the connection is allowed for another repository or branch than the source names.',
    sources: ['https://github.com/cloudposse/terraform-aws-ecs-codepipeline/pull/75'],
    as: { kind: 'need', at: 'Source/Fetch', hop: 'calls', need: USE },
    fires: connected({ may: [forRepository('Acme/Shop')] }),
    silent: connected({ may: [forRepository('acme/shop')] }),
    cannotTell: unreadRole({ may: [forRepository('Acme/Shop')] }),
  },
  {
    id: 'clone-ref-consumer-permission',
    what: 'A build fetches a full clone by itself, and its project’s role may not use the connection.',
    sources: [
      'https://docs.aws.amazon.com/codepipeline/latest/userguide/troubleshooting.html#codebuild-role-connections',
    ],
    as: { kind: 'need', at: 'Act/Act', hop: 'calls', need: USE, says: /use the connection/ },
    fires: connected({
      action: BUILD,
      configuration: CLONE,
      facts: [connection('AVAILABLE'), project, builder()],
    }),
    silent: connected({
      action: BUILD,
      configuration: CLONE,
      facts: [connection('AVAILABLE'), project, builder(allow(USE, CONNECTION))],
    }),
    cannotTell: connected({
      action: BUILD,
      configuration: CLONE,
      facts: [connection('AVAILABLE'), project],
      read: [DEV],
      gaps: [refusal('iam:GetAccountAuthorizationDetails', PROJECT, null)],
    }),
  },
  {
    id: 'clone-ref-non-codebuild-consumer',
    what: 'An action that is no build is handed a full clone, which is only a reference to the repository.',
    sources: [
      'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodestarConnectionSource.html',
    ],
    as: { kind: 'fault', at: 'Act/Act', rule: 'clone-reference-not-built', says: /only CodeBuild actions/ },
    fires: connected({ configuration: CLONE }),
    silent: connected(),
    cannotTell: { never: 'it stands in the definition of the pipeline' },
  },
  {
    id: 'clone-ref-cross-account-codecommit',
    what: 'A build fetches a full clone of a CodeCommit repository from another account.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/tutorials-codecommit-gitclone.html'],
    as: { kind: 'fault', at: 'Act/Act', rule: 'clone-across-accounts', says: /in one account/ },
    fires: snapshotOfCase({
      action: BUILD,
      source: {
        type: ['Source', 'AWS', 'CodeCommit'],
        roleArn: `arn:aws:iam::${DEV}:role/source`,
        configuration: { RepositoryName: 'shop', BranchName: 'main', ...CLONE },
      },
      facts: [project, builder(allow('*', '*'))],
    }),
    silent: snapshotOfCase({
      action: BUILD,
      source: {
        type: ['Source', 'AWS', 'CodeCommit'],
        configuration: { RepositoryName: 'shop', BranchName: 'main', ...CLONE },
      },
      facts: [project, builder(allow('*', '*'))],
    }),
    cannotTell: { never: 'both accounts stand in the definition of the pipeline' },
  },
];

function forRepository(id: string) {
  return allow(USE, CONNECTION, { StringEquals: { 'codeconnections:FullRepositoryId': id } });
}
