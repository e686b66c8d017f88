// CodeBuild behind a pipeline action: the running role starts the build, the project's own role does all the rest.
import type { BuildProject, VariableReference } from '@/lib/model/service-resource';
import type { ActionSetting, Call, ServiceRole } from './action-provider';
import { buildFaults } from './build-faults';
import { cloneCalls } from './clone-reference';
import { type ConfiguredName, configurationText, openBy, openByVariable } from './configuration';
import { pullImage } from './image-repository';
import { writeLog } from './log-group';
import { type LookUp, lookUp } from './look-up';
import { needsFor } from './need';
import { joinNetwork } from './network';
import { readReferences } from './variable-references';

const ROLE_DOCS = 'https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-service-role.html';
const VARIABLE_DOCS =
  'https://docs.aws.amazon.com/codebuild/latest/APIReference/API_EnvironmentVariable.html';
const BATCH_DOCS = 'https://docs.aws.amazon.com/codebuild/latest/userguide/batch-build.html';

/** What both CodeBuild providers, and the rule, have in common. `docs`: the reference page of the action or rule. */
export function codebuildAction(docs: string) {
  return {
    calls: (setting: ActionSetting) => [startBuild(setting, docs)],
    passes: () => [],
    serviceRoles: (setting: ActionSetting) => buildRoles(setting),
  } as const;
}

interface Named {
  readonly name: ConfiguredName;
  readonly arn: string;
  readonly project: LookUp<BuildProject>;
}

function named({ action, partition, region, account, inventory }: ActionSetting): Named {
  const name = configurationText(action, 'ProjectName');
  const arn = `arn:${partition}:codebuild:${region}:${account}:project/${name.text}`;
  const call = 'codebuild:BatchGetProjects';
  const what = `the build project ${name.text}`;
  return { name, arn, project: lookUp(inventory, inventory.projects, arn, { name, call, what }) };
}

function isBatch({ action }: ActionSetting): boolean {
  return action.configuration.BatchEnabled === 'true';
}

function startBuild(setting: ActionSetting, docs: string): Call {
  const { name, arn, project } = named(setting);
  const [start, follow, stop] = isBatch(setting)
    ? ['codebuild:StartBuildBatch', 'codebuild:BatchGetBuildBatches', 'codebuild:StopBuildBatch']
    : ['codebuild:StartBuild', 'codebuild:BatchGetBuilds', 'codebuild:StopBuild'];
  const open = openBy(name, { text: '', ...openByVariable(setting.action, 'BatchEnabled') });
  return {
    kind: 'calls',
    target: {
      kind: 'project',
      name: name.text,
      arn: name.cannotTell === undefined ? arn : null,
      account: setting.account,
      region: setting.region,
      job: 'build project',
      scanned: project.kind === 'found',
    },
    needs: [
      ...needsFor([start], arn, { because: 'The action starts the build.', source: docs, open }),
      ...needsFor([follow], arn, {
        because: 'CodePipeline asks again and again how the build is doing.',
        source: docs,
        open,
      }),
      ...needsFor([stop], arn, {
        essential: false,
        because: 'Needed when the execution is stopped or superseded.',
        source: docs,
        open,
      }),
    ],
    faults: buildFaults(setting, project, arn, docs),
  };
}

/** The project's role reads the inputs and writes the outputs with the PROJECT's key: the action's role touches neither.
 *  `sourceArn`: trust policies in use name the project's ARN (observed), as AWS's page about pulling images does for CodeBuild.
 *  @see https://docs.aws.amazon.com/codebuild/latest/APIReference/API_Project.html (read 2026-11-24)
 *  @see https://docs.aws.amazon.com/codebuild/latest/userguide/sample-ecr.html (read 2026-11-27) */
function buildRoles(setting: ActionSetting): readonly ServiceRole[] {
  const { arn, project } = named(setting);
  if (project.kind === 'absent') return [];
  const role = {
    service: 'codebuild.amazonaws.com',
    job: 'project role',
    sourceArn: arn,
    because: 'CodeBuild builds with the role of the project.',
    source: ROLE_DOCS,
  };
  if (project.kind === 'open') return [{ ...role, role: null, calls: [], ...project.open }];
  const { serviceRole, encryptionKey, batchRole } = project.value;
  if (serviceRole === null)
    return [
      { ...role, role: null, calls: [], cannotTell: `the project ${project.value.name} names no role` },
    ];
  return [
    {
      ...role,
      role: serviceRole,
      artifacts: {
        reads: setting.action.inputArtifacts.length > 0,
        writes: setting.action.outputArtifacts.length > 0,
        writeKey: encryptionKey,
      },
      calls: projectCalls(setting, project.value),
    },
    ...(isBatch(setting) && batchRole !== null ? [batchRoleOf(setting, arn, batchRole)] : []),
  ];
}

function projectCalls(setting: ActionSetting, project: BuildProject): readonly Call[] {
  const { partition } = setting;
  const { account, region } = project;
  const place = { partition, account, region, source: VARIABLE_DOCS };
  const image = project.pullsWithRole && project.image !== null ? pullImage(partition, project.image) : null;
  return [
    ...(image === null ? [] : [image]),
    ...(project.subnets === null
      ? []
      : [joinNetwork({ ...place, subnets: project.subnets, source: ROLE_DOCS })]),
    ...(project.logGroup === null
      ? []
      : [
          writeLog({
            ...place,
            name: project.logGroup,
            because: 'CodeBuild writes the log of the build with the project’s role.',
            source: ROLE_DOCS,
          }),
        ]),
    ...(project.logBucket === null ? [] : [writeLogFile(partition, project.logBucket)]),
    ...readReferences([...project.variables, ...actionVariables(setting)], place),
    ...cloneCalls(setting),
  ];
}

/** The action's own variables are JSON in a text; a plain one is scrubbed and names nothing.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodeBuild.html (read 2026-11-24) */
function actionVariables({ action }: ActionSetting): readonly VariableReference[] {
  try {
    const list: unknown = JSON.parse(action.configuration.EnvironmentVariables ?? '[]');
    return Array.isArray(list) ? list.filter(isReference) : [];
  } catch {
    return [];
  }
}

function isReference(one: unknown): one is VariableReference {
  if (typeof one !== 'object' || one === null || !('type' in one) || !('value' in one)) return false;
  return (one.type === 'PARAMETER_STORE' || one.type === 'SECRETS_MANAGER') && typeof one.value === 'string';
}

function writeLogFile(partition: string, location: string): Call {
  const path = location.replace(/^arn:[^:]*:s3:::/, '');
  const bucket = path.split('/')[0] ?? path;
  return {
    kind: 'writes',
    target: {
      kind: 'bucket',
      name: bucket,
      arn: `arn:${partition}:s3:::${bucket}`,
      account: null,
      region: null,
      job: 'log bucket',
    },
    needs: needsFor(['s3:PutObject'], `arn:${partition}:s3:::${path}/*`, {
      because: 'The project keeps its logs in this bucket.',
      source: 'https://docs.aws.amazon.com/codebuild/latest/APIReference/API_S3LogsConfig.html',
    }),
  };
}

function batchRoleOf(setting: ActionSetting, arn: string, role: string): ServiceRole {
  return {
    role,
    service: 'codebuild.amazonaws.com',
    job: 'batch role',
    sourceArn: arn,
    because: 'CodeBuild starts the builds of a batch with a role of its own.',
    source: BATCH_DOCS,
    calls: [
      {
        kind: 'calls',
        target: {
          kind: 'project',
          name: arn.slice(arn.lastIndexOf('/') + 1),
          arn,
          account: setting.account,
          region: setting.region,
          job: 'build project',
        },
        needs: needsFor(['codebuild:StartBuild', 'codebuild:StopBuild', 'codebuild:RetryBuild'], arn, {
          because: 'The batch starts, stops and repeats its builds.',
          source: BATCH_DOCS,
        }),
      },
    ],
  };
}
