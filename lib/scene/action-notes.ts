// What keeps an action from running though no permission is missing: worded as information, never as a verdict.

import type { Inventory } from '@/lib/model/inventory';
import type { Pipeline, PipelineAction } from '@/lib/model/resource';
import type { JudgedPath } from '@/lib/verdict/judgement';
import { resultOfCondition } from './condition-words';
import { exactTime } from './exact-time';
import { gapLine } from './need-trail';
import type { Words } from './trail';
import { mono, words } from './words';

/** The notes of an action: a transition that somebody disabled, polling that AWS switched off, and what a rule means for its stage.
 *  Never throws.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/transitions.html (read 2026-11-24)
 *  @see https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_PipelineMetadata.html (read 2026-11-24) */
export function actionNotes(
  inventory: Inventory,
  pipeline: Pipeline,
  { path, state }: JudgedPath,
): readonly Words[] {
  const stage = pipeline.stages[path.stageIndex];
  const disabled = stage?.disabledTransition ?? null;
  const action = stage?.actions.find(({ name }) => name === path.action);
  const condition = stage?.rules.find(({ name }) => name === path.action)?.condition;
  const result = condition === undefined ? null : resultOfCondition(path.stage, condition);
  const refused = inventory.gaps.find(
    ({ source, scope }) => source === 'codepipeline:GetPipelineState' && scope === pipeline.arn,
  );
  return [
    ...(refused === undefined
      ? []
      : [
          words(
            `How the last run went, and whether a transition is disabled, is not known: ${gapLine(inventory, refused)}.`,
          ),
        ]),
    ...(result === null
      ? []
      : [
          words(
            state === 'broken'
              ? `As this rule cannot pass, ${result}.`
              : `Where this rule does not pass, ${result}.`,
          ),
        ]),
    ...(stage === undefined || disabled === null
      ? []
      : [
          words(
            `Nothing enters stage ${stage.name}: its transition was disabled`,
            disabled.at === null ? '' : ` on ${exactTime(disabled.at)}`,
            ...(disabled.by === null ? [] : [' by ', mono(disabled.by)]),
            disabled.reason === null ? '.' : `: “${disabled.reason}”.`,
          ),
        ]),
    ...(pipeline.pollingDisabledAt !== null && action !== undefined && polls(action)
      ? [
          words(
            `AWS switched polling off on ${exactTime(pipeline.pollingDisabledAt)}, after 30 days without an execution: `,
            'a change of the source no longer starts the pipeline by polling.',
          ),
        ]
      : []),
  ];
}

const POLLING = new Set(['S3', 'CodeCommit', 'GitHub']);

/** Sources that ask for changes themselves unless told not to.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/update-change-detection.html (read 2026-11-24) */
function polls({ category, provider, configuration }: PipelineAction): boolean {
  return (
    category === 'Source' &&
    POLLING.has(provider) &&
    configuration.PollForSourceChanges?.toLowerCase() !== 'false'
  );
}
