// Test support: what is special to pipelines of type V2, and to reading them.
import { build, type Change, COMMANDS_V1, COMMANDS_V2, withoutRoles } from './d-cases.fixture';
import type { RegisterEntry } from './entry.fixture';

export const PIPELINES_V2: readonly RegisterEntry[] = [
  {
    id: 'v2-only-provider-in-v1',
    what: 'An action type that only pipelines of type V2 have stands in one of type V1.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-valid-providers.html'],
    as: { kind: 'fault', at: 'Act/Act', rule: 'action-type-needs-v2', says: /needs a pipeline of type V2/ },
    fires: COMMANDS_V1,
    silent: COMMANDS_V2,
    cannotTell: { never: 'it stands in the definition of the pipeline' },
  },
  {
    id: 'variables-in-configuration',
    what: 'A name in the configuration holds a variable, whose value is known only when the pipeline runs.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/reference-variables.html'],
    as: {
      kind: 'need',
      at: 'Act/Act',
      hop: 'calls',
      need: 'codebuild:StartBuild',
      verdict: 'unknown',
      says: /holds a variable/,
    },
    fires: build({ configuration: { ProjectName: '#{variables.Project}' } }),
    silent: build(),
    cannotTell: { never: 'that it holds one stands in the definition; what it holds is never known before' },
  },
  {
    id: 'rule-region-artifact-store',
    what: 'The rule of a stage condition runs in a region in which the pipeline has no artifact store.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-create-cross-region.html'],
    as: { kind: 'fault', at: 'Act/beforeEntry/1/Check', rule: 'no-store-in-region', says: /us-east-2/ },
    fires: commanded('us-east-2'),
    silent: commanded('us-east-1'),
    cannotTell: { never: 'it stands in the definition of the pipeline' },
  },
  {
    id: 'rule-role-permission-missing',
    what: 'The role of a stage condition’s rule lacks a permission that the rule needs.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/rule-reference-CodeBuild.html'],
    as: { kind: 'need', at: 'Act/beforeEntry/1/Check', hop: 'calls', need: 'cloudwatch:DescribeAlarms' },
    fires: ruled({ may: [] }),
    silent: ruled(),
    cannotTell: withoutRoles(ruled()),
  },
  {
    id: 'parallel-mode-stale-definition',
    what: 'A change of the execution mode that running executions do not see yet.',
    sources: [
      'https://docs.aws.amazon.com/codepipeline/latest/userguide/troubleshooting.html#troubleshooting-execution-mode-editing',
    ],
    because: 'cannot be known',
    reportedAs: 'silent',
    why: 'not in what AWS answers',
  },
  {
    id: 'disabled-transition',
    what: 'A transition is disabled.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/transitions.html'],
    as: {
      kind: 'shown in',
      test: 'lib/analysis/last-run.test.ts',
      fires: 'tell a disabled transition, who disabled it and why, and change no verdict',
      silent: 'say nothing of a transition that is enabled',
      cannotTell: 'say so where the state was refused',
    },
  },
  {
    id: 'last-failure-evidence',
    what: 'The last run failed, and its message names the request that AWS refused.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_ActionExecutionResult.html'],
    as: {
      kind: 'shown in',
      test: 'lib/analysis/last-run.test.ts',
      fires: 'broken, and AWS says the same',
      silent: 'says nothing where a run succeeded and all is judged to work',
      cannotTell: 'works, and nobody can read what AWS said',
    },
  },
];

/** A stage that a rule lets in while an alarm is quiet. */
function ruled(change: Change = {}) {
  return build({
    definition: { pipelineType: 'V2' },
    conditions: [
      {
        result: 'FAIL',
        rules: [
          {
            name: 'Check',
            ruleTypeId: { category: 'Rule', owner: 'AWS', provider: 'CloudWatchAlarm', version: '1' },
            configuration: { AlarmName: 'errors' },
          },
        ],
      },
    ],
    ...change,
  });
}

/** A stage that a rule lets in after it ran commands on the source. */
function commanded(region: string) {
  const ruleTypeId = { category: 'Rule', owner: 'AWS', provider: 'Commands', version: '1' };
  const rule = {
    name: 'Check',
    ruleTypeId,
    region,
    commands: ['true'],
    inputArtifacts: [{ name: 'source' }],
  };
  return build({ definition: { pipelineType: 'V2' }, conditions: [{ result: 'FAIL', rules: [rule] }] });
}
