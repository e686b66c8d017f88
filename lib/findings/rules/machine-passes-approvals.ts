// A program that may say yes where a person should, or lead an execution around the approval.

import type { Arn } from '@/lib/names/arn';
import { type Answer, togetherSay } from '../ask';
import { hatWords } from '../hat-words';
import { pipelineWords, whoMay } from '../pipeline-powers';
import { isMachine } from '../principals';
import type { Rule } from '../rule';

const ACTIONS: readonly string[] = [
  'codepipeline:PutApprovalResult',
  'codepipeline:EnableStageTransition',
  'codepipeline:OverrideStageCondition',
  'codepipeline:RollbackStage',
];

export const machinePassesApprovals: Rule = {
  id: 'machine-passes-approvals',
  title: 'A build, a CI system or a machine may pass approvals',
  severity: 'medium',
  marks: false,
  why: 'An approval is worth something only if somebody else gives it. A role that programs wear and that may give approvals, open transitions, override conditions or roll stages back lets whoever runs the program decide about their own change.',
  remedy: 'Leave codepipeline:PutApprovalResult and the like to people who did not write the change.',
  example: {
    wide: '{"Effect": "Allow", "Action": "codepipeline:*", "Resource": "*"}',
    narrow:
      '{"Effect": "Allow", "Action": ["codepipeline:StartPipelineExecution", "codepipeline:GetPipelineState"], "Resource": "arn:aws:codepipeline:us-east-1:111122223333:shop"}',
  },
  sources: [
    'https://docs.aws.amazon.com/codepipeline/latest/userguide/approvals-iam-permissions.html',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscodepipeline.html',
  ],
  check(judged) {
    const guarded = new Set(
      [...judged.inventory.pipelines.values()]
        .filter((one) =>
          one.stages.some((stage) => stage.actions.some(({ category }) => category === 'Approval')),
        )
        .map((one) => one.arn),
    );
    const found = new Map<
      Arn,
      { readonly words: string[]; readonly answers: Answer[]; readonly pipelines: Set<Arn> }
    >();
    for (const action of ACTIONS)
      for (const power of whoMay(judged, action)) {
        const pipelines = power.pipelines.filter((arn) => guarded.has(arn));
        if (pipelines.length === 0 || !isMachine(judged, power.principal)) continue;
        const one = found.get(power.principal.arn) ?? { words: [], answers: [], pipelines: new Set() };
        found.set(power.principal.arn, one);
        one.words.push(action.slice(action.indexOf(':') + 1));
        one.answers.push(power.answer);
        for (const arn of pipelines) one.pipelines.add(arn);
      }
    return [...found].flatMap(([arn, { words, answers, pipelines }]) => {
      const said = togetherSay(answers);
      return said === null
        ? []
        : {
            subject: arn,
            pipelines: [...pipelines].sort(),
            title: `${hatWords(judged.inventory, arn)}, which no person wears, may ${words.join(', ')} on ${pipelineWords(judged, [...pipelines])}`,
            ...said,
          };
    });
  },
};
