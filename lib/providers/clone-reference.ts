// Full clones: an input that is only a reference to the repository, which the build then fetches by itself.
import type { PipelineAction } from '@/lib/model/resource';
import { arnAccount, parseArn } from '@/lib/names/arn';
import type { ActionSetting, Call } from './action-provider';
import { configurationText, configurationValue, openBy } from './configuration';
import { connectionNeeds } from './connection';
import { needsFor } from './need';

const CONNECTION_DOCS =
  'https://docs.aws.amazon.com/codepipeline/latest/userguide/troubleshooting.html#codebuild-role-connections';
const CODECOMMIT_DOCS =
  'https://docs.aws.amazon.com/codepipeline/latest/userguide/troubleshooting.html#codebuild-role-codecommitclone';

/** The source actions whose output is an input of this action and is a reference, not the files themselves. Never throws.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodestarConnectionSource.html (read 2026-11-24) */
export function cloneSources({ pipeline, action }: ActionSetting): readonly PipelineAction[] {
  const inputs = new Set(action.inputArtifacts);
  return pipeline.stages.flatMap((stage) =>
    stage.actions.filter(
      (one) =>
        one.category === 'Source' &&
        one.configuration.OutputArtifactFormat === 'CODEBUILD_CLONE_REF' &&
        one.outputArtifacts.some((name) => inputs.has(name)),
    ),
  );
}

/** What the build's role needs to fetch them. Never throws. */
export function cloneCalls(setting: ActionSetting): readonly Call[] {
  return cloneSources(setting).flatMap((source) => {
    if (source.provider === 'CodeStarSourceConnection') return connectionCall(source);
    return source.provider === 'CodeCommit' ? repositoryCall(setting, source) : [];
  });
}

function connectionCall(source: PipelineAction): readonly Call[] {
  const connection = configurationText(source, 'ConnectionArn');
  const parts = parseArn(connection.text);
  const repository = configurationValue(source, 'FullRepositoryId');
  return [
    {
      kind: 'calls',
      target: {
        kind: 'connection',
        name: repository.kind === 'missing' ? connection.text : repository.text,
        arn: parts === null ? null : connection.text,
        account: parts?.account ?? null,
        region: parts?.region ?? null,
        job: 'connection',
      },
      needs: connectionNeeds({
        connection,
        asks: repository.kind === 'value' ? { FullRepositoryId: repository.text } : {},
        because: 'The source hands on a reference only, and the build clones the repository itself.',
        source: CONNECTION_DOCS,
      }),
    },
  ];
}

function repositoryCall(setting: ActionSetting, source: PipelineAction): readonly Call[] {
  const name = configurationText(source, 'RepositoryName');
  const account = arnAccount(source.roleArn ?? setting.pipeline.roleArn) ?? setting.pipeline.account;
  const region = source.region ?? setting.pipeline.region;
  const arn = `arn:${setting.partition}:codecommit:${region}:${account}:${name.text}`;
  return [
    {
      kind: 'calls',
      target: { kind: 'repository', name: name.text, arn, account, region, job: 'repository' },
      needs: needsFor(['codecommit:GitPull'], arn, {
        because: 'The source hands on a reference only, and the build clones the repository itself.',
        source: CODECOMMIT_DOCS,
        open: openBy(name),
      }),
    },
  ];
}
