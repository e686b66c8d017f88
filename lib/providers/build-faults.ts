// What is wrong with a CodeBuild project, or its place in the pipeline, that no policy can cure.
import type { BuildProject } from '@/lib/model/service-resource';
import { parseArn } from '@/lib/names/arn';
import type { ActionSetting } from './action-provider';
import { cloneSources } from './clone-reference';
import type { LookUp } from './look-up';
import type { StructureFault } from './structure-fault';

const PROJECT_DOCS = 'https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectSource.html';
const ENCRYPTION_DOCS = 'https://docs.aws.amazon.com/codebuild/latest/APIReference/API_Project.html';
const CLONE_DOCS =
  'https://docs.aws.amazon.com/codepipeline/latest/userguide/tutorials-codecommit-gitclone.html';

/** The faults of a project as the action uses it; none where it was not read. Never throws. */
export function buildFaults(
  setting: ActionSetting,
  project: LookUp<BuildProject>,
  arn: string,
  docs: string,
): readonly StructureFault[] {
  if (project.kind === 'absent')
    return [
      {
        rule: 'build-project-missing',
        sentence: `there is no build project ${arn.slice(arn.lastIndexOf('/') + 1)} in ${setting.account}, ${setting.region}`,
        source: docs,
        certain: true,
        curedIn: setting.account,
      },
    ];
  if (project.kind === 'open') return cloneFaults(setting);
  return [...typeFaults(project.value), ...outputFaults(setting, project.value), ...cloneFaults(setting)];
}

/** A project that CodePipeline starts takes its source from the pipeline, whatever else it may be set to.
 *  `sourceTypeOverride` makes a project of another type work too, so this is a warning.
 *  @see https://docs.aws.amazon.com/codebuild/latest/APIReference/API_StartBuild.html (read 2026-11-24) */
function typeFaults({ name, sourceType, artifactsType }: BuildProject): readonly StructureFault[] {
  const odd = [sourceType, artifactsType].find((type) => type !== null && type !== 'CODEPIPELINE');
  return odd === undefined
    ? []
    : [
        {
          rule: 'build-project-not-for-pipelines',
          sentence: `the project ${name} is set up for ${odd}, not for CODEPIPELINE`,
          source: PROJECT_DOCS,
          certain: false,
        },
      ];
}

/** CodeBuild encrypts what it makes with the project's key. With aws/s3, or another key of the project's account, nobody in
 *  another account can read it unless that key's policy says so. The build itself works: it is the readers who break.
 *  @see https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-cmk (read 2026-11-24) */
function outputFaults(
  { pipeline, action, account, store }: ActionSetting,
  project: BuildProject,
): readonly StructureFault[] {
  if (action.outputArtifacts.length === 0 || store?.key === project.encryptionKey) return [];
  const key = project.encryptionKey;
  const isManaged = key === null || key.endsWith('alias/aws/s3');
  if (isManaged && account !== pipeline.account)
    return [
      {
        rule: 'build-output-not-shareable',
        sentence: `the project ${project.name} encrypts what it makes with aws/s3 of ${account}, which no other account can use`,
        source: ENCRYPTION_DOCS,
        certain: false,
      },
    ];
  const isSame = store?.key != null && key !== null && parseArn(key)?.resource.startsWith('key/') !== true;
  if (store?.key == null ? isManaged : isSame) return [];
  return [
    {
      rule: 'build-key-is-not-the-stores',
      sentence: `the project ${project.name} encrypts what it makes with ${isManaged ? 'aws/s3' : key}, not with the key of the store`,
      source: ENCRYPTION_DOCS,
      certain: false,
    },
  ];
}

/** A full clone of a CodeCommit repository works only where source and build lie in one account. */
function cloneFaults(setting: ActionSetting): readonly StructureFault[] {
  return cloneSources(setting)
    .filter((source) => source.provider === 'CodeCommit')
    .filter((source) => {
      const role = source.roleArn ?? setting.pipeline.roleArn;
      return (parseArn(role)?.account ?? setting.pipeline.account) !== setting.account;
    })
    .map((source) => ({
      rule: 'clone-across-accounts',
      sentence: `a full clone of ${source.configuration.RepositoryName ?? 'the repository'} needs source and build in one account`,
      source: CLONE_DOCS,
      certain: true,
    }));
}
