// Somebody may change a pipeline, and with it what is run with its role.
import { togetherSay } from '../ask';
import { hatWords } from '../hat-words';
import { pipelineWords, prodAmong, whoMay, withPassRole } from '../pipeline-powers';
import { isMachine } from '../principals';
import type { Rule } from '../rule';

export const principalEditsPipelines: Rule = {
  id: 'principal-edits-pipelines',
  title: 'Somebody who is no administrator may change pipelines',
  severity: 'medium',
  marks: false,
  why: 'Who may update a pipeline and pass its role has that role and all that it can put on: an action more, and any command runs with them, past every approval. A platform team needs that; a build, a job of a CI system or a machine mostly does not.',
  remedy:
    'Take codepipeline:UpdatePipeline or iam:PassRole on the pipeline’s role from it; change pipelines by a template that somebody approves.',
  example: {
    wide: '{"Effect": "Allow", "Action": ["codepipeline:*", "iam:PassRole"], "Resource": "*"}',
    narrow:
      '{"Effect": "Allow", "Action": "codepipeline:StartPipelineExecution", "Resource": "arn:aws:codepipeline:us-east-1:111122223333:shop"}',
  },
  sources: [
    'https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_UpdatePipeline.html',
    'https://docs.aws.amazon.com/codepipeline/latest/userguide/permissions-reference.html',
    'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-Commands.html',
  ],
  check: (judged) =>
    whoMay(judged, 'codepipeline:UpdatePipeline').flatMap((power) => {
      const whole = withPassRole(judged, power);
      const said = whole === null ? null : togetherSay([whole.answer]);
      if (whole === null || said === null) return [];
      const prod = prodAmong(judged, whole.pipelines);
      const machine = isMachine(judged, whole.principal);
      return {
        subject: whole.principal.arn,
        pipelines: whole.pipelines,
        title: `${hatWords(judged.inventory, whole.principal.arn)} may change ${pipelineWords(judged, whole.pipelines)} and pass ${whole.pipelines.length === 1 ? 'its role' : 'their roles'}`,
        ...(machine && prod.length > 0 ? { severity: 'high' as const } : {}),
        ...said,
        notes: [
          ...(machine ? ['a service or a CI system wears it, not a person'] : []),
          ...(prod.length > 0
            ? [`${pipelineWords(judged, prod)} of them ${prod.length === 1 ? 'reaches' : 'reach'} production`]
            : []),
        ],
      };
    }),
};
