// A repository behind a connection (GitHub, GitLab, Bitbucket …) as a source.
import { known } from '@/lib/iam/context';
import { arnName, parseArn } from '@/lib/names/arn';
import type { ActionProvider, ActionSetting, Call } from '../action-provider';
import { configurationText, configurationValue } from '../configuration';

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
  calls: (setting) => [useConnection(setting)],
  passes: () => [],
};

/** The prefix of the IAM action follows the service in the connection's ARN: `codestar-connections` before July 2024, `codeconnections` since.
 *  @see https://docs.aws.amazon.com/dtconsole/latest/userguide/rename.html (read 2026-11-24) */
function useConnection(setting: ActionSetting): Call {
  const connection = configurationText(setting.action, 'ConnectionArn');
  const parts = parseArn(connection.text);
  const prefix = parts?.service === 'codeconnections' ? 'codeconnections' : 'codestar-connections';
  const repository = configurationValue(setting.action, 'FullRepositoryId');
  const branch = configurationValue(setting.action, 'BranchName');
  const cannotTell =
    connection.cannotTell ??
    (parts === null ? `ConnectionArn \`${connection.text}\` is not an ARN` : undefined);
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
    needs: [
      {
        action: `${prefix}:UseConnection`,
        resource: connection.text,
        essential: true,
        because: 'The action fetches the repository through the connection.',
        source: DOCS,
        context: {
          ...(repository.kind === 'value' ? { [`${prefix}:FullRepositoryId`]: known(repository.text) } : {}),
          ...(branch.kind === 'value' ? { [`${prefix}:BranchName`]: known(branch.text) } : {}),
        },
        ...(cannotTell === undefined ? {} : { cannotTell }),
      },
    ],
  };
}
