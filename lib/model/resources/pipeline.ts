// Pipelines: definition from GetPipeline, last runs and transitions from GetPipelineState and ListActionExecutions.
import { isJsonObject, type Json } from '@/lib/base/json';
import { parseArn } from '@/lib/names/arn';
import { field, listField, textField } from '../fact-index';
import { disabledTransitions, failedExecutions, runsOf } from '../pipeline-runs';
import type { Reader } from '../reader';
import type { ArtifactStore, Pipeline, PipelineAction } from '../resource';
import { variableReference } from '../variable-reference';

/** Reads pipelines. One whose ARN or role is missing is a problem.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/reference-pipeline-structure.html (read 2026-11-24) */
export const pipelineReader: Reader<'pipeline'> = {
  kind: 'pipeline',
  facts: ['pipeline', 'pipeline-state', 'action-execution'],
  read(facts) {
    const resources: Pipeline[] = [];
    const problems: string[] = [];
    const failed = failedExecutions(facts.all('action-execution'));
    for (const { data, arn } of facts.all('pipeline')) {
      const parts = arn === null ? null : parseArn(arn);
      const definition = field(data, 'pipeline');
      const roleArn = textField(definition, 'roleArn');
      if (arn === null || parts === null || roleArn === null) {
        problems.push(
          `pipeline \`${arn ?? textField(definition, 'name') ?? 'without a name'}\` has no ARN or no role`,
        );
        continue;
      }
      const state = facts.about('pipeline-state', arn)?.data ?? null;
      const disabled = disabledTransitions(state);
      resources.push({
        kind: 'pipeline',
        arn,
        account: parts.account,
        region: parts.region,
        name: textField(definition, 'name') ?? parts.resource,
        type: textField(definition, 'pipelineType') ?? 'V1',
        roleArn,
        stores: stores(definition, parts.region),
        stages: listField(definition, 'stages').map((stage, stageIndex) => ({
          name: textField(stage, 'name') ?? '',
          actions: listField(stage, 'actions').map((action) =>
            readAction(action, textField(stage, 'name') ?? '', stageIndex),
          ),
          rules: readRules(stage, textField(stage, 'name') ?? '', stageIndex),
          disabledTransition: disabled.get(textField(stage, 'name') ?? '') ?? null,
        })),
        pullRequestSources: pullRequestSources(definition),
        runs: runsOf(state, failed.get(arn) ?? [], textField(definition, 'executionMode')),
        updated: textField(data, 'metadata', 'updated'),
        pollingDisabledAt: textField(data, 'metadata', 'pollingDisabledAt'),
      });
    }
    return { resources, problems };
  },
};

/** `artifactStore` serves the pipeline's own region; `artifactStores` names one per region. */
function stores(definition: Json, region: string): readonly ArtifactStore[] {
  const single = field(definition, 'artifactStore');
  const map = field(definition, 'artifactStores');
  const entries: readonly (readonly [string, Json])[] = isJsonObject(map)
    ? Object.entries(map as { [key: string]: Json })
    : single === null
      ? []
      : [[region, single]];
  return entries.flatMap(([at, store]) => {
    const bucket = textField(store, 'location');
    return bucket === null ? [] : [{ region: at, bucket, key: textField(store, 'encryptionKey', 'id') }];
  });
}

/** @see https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_GitConfiguration.html (read 2026-11-27) */
function pullRequestSources(definition: Json): readonly string[] {
  return listField(definition, 'triggers').flatMap((trigger) => {
    const filters = listField(trigger, 'gitConfiguration', 'pullRequest');
    return filters.length === 0 ? [] : (textField(trigger, 'gitConfiguration', 'sourceActionName') ?? []);
  });
}

/** Rules run like actions: with a role, in a region, on artifacts.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/rule-reference.html (read 2026-11-24) */
function readRules(stage: Json, stageName: string, stageIndex: number): readonly PipelineAction[] {
  return (['beforeEntry', 'onSuccess', 'onFailure'] as const).flatMap((when) =>
    listField(stage, when, 'conditions').flatMap((condition, index) =>
      listField(condition, 'rules').map((rule) => {
        const action = readAction(rule, stageName, stageIndex, 'ruleTypeId');
        const result = textField(condition, 'result') ?? textField(stage, when, 'result');
        return { ...action, name: `${when}/${index + 1}/${action.name}`, condition: { when, result } };
      }),
    ),
  );
}

function readAction(
  action: Json,
  stage: string,
  stageIndex: number,
  type: 'actionTypeId' | 'ruleTypeId' = 'actionTypeId',
): PipelineAction {
  const configuration: Record<string, string> = {};
  const raw = field(action, 'configuration');
  if (isJsonObject(raw)) {
    for (const [key, value] of Object.entries(raw)) if (typeof value === 'string') configuration[key] = value;
  }
  const runOrder = field(action, 'runOrder');
  const timeout = field(action, 'timeoutInMinutes');
  return {
    stage,
    stageIndex,
    name: textField(action, 'name') ?? '',
    category: textField(action, type, 'category') ?? '',
    owner: textField(action, type, 'owner') ?? '',
    provider: textField(action, type, 'provider') ?? '',
    version: textField(action, type, 'version') ?? '',
    runOrder: typeof runOrder === 'number' ? runOrder : 1,
    ...(typeof timeout === 'number' ? { timeoutMinutes: timeout } : {}),
    configuration,
    roleArn: textField(action, 'roleArn'),
    region: textField(action, 'region'),
    inputArtifacts: artifactNames(action, 'inputArtifacts'),
    outputArtifacts: artifactNames(action, 'outputArtifacts'),
    variables: listField(action, 'environmentVariables').flatMap(variableReference),
  };
}

function artifactNames(action: Json, listName: string): readonly string[] {
  return listField(action, listName).flatMap((one) => textField(one, 'name') ?? []);
}
