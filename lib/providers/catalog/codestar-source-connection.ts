// A repository behind a connection (GitHub, GitLab, Bitbucket …) as a source.
import { arnName, parseArn } from '@/lib/names/arn';
import type { ActionProvider, ActionSetting, Call } from '../action-provider';
import { configurationText, configurationValue } from '../configuration';
import { connectionNeeds } from '../connection';
import { connectionFaults } from '../connection-state';

const DOCS =
  'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodestarConnectionSource.html';

/** Uploads always carry an ACL, so s3:PutObjectAcl is needed on the store (observed: https://github.com/aws/aws-cdk/issues/13733). */
export const codestarSourceConnection: ActionProvider = {
  id: 'codestar-source-connection',
  category: 'Source',
  owner: 'AWS',
  provider: 'CodeStarSourceConnection',
  title: 'Connection source',
  docs: DOCS,
  artifacts: { reads: false, writes: true, acl: 'always' },
  calls: (setting) => [callConnection(setting)],
  passes: () => [],
};

function callConnection(setting: ActionSetting): Call {
  const connection = configurationText(setting.action, 'ConnectionArn');
  const parts = parseArn(connection.text);
  const repository = configurationValue(setting.action, 'FullRepositoryId');
  const branch = configurationValue(setting.action, 'BranchName');
  return {
    kind: 'calls',
    target: {
      kind: 'connection',
      name: repository.kind === 'missing' ? arnName(connection.text) : repository.text,
      arn: parts === null ? null : connection.text,
      account: parts?.account ?? null,
      region: parts?.region ?? setting.region,
      job: 'connection',
    },
    needs: connectionNeeds({
      connection,
      asks: {
        ...(repository.kind === 'value' ? { FullRepositoryId: repository.text } : {}),
        ...(branch.kind === 'value' ? { BranchName: branch.text } : {}),
      },
      because: 'The action fetches the repository through the connection.',
      source: DOCS,
    }),
    faults:
      parts === null || connection.cannotTell !== undefined ? [] : connectionFaults(setting, connection.text),
  };
}
