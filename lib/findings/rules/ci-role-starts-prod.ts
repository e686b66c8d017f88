// Jobs of a CI system that may start pipelines which reach production.
import { togetherSay } from '../ask';
import { hatWords } from '../hat-words';
import { pipelineWords, prodAmong, whoMay } from '../pipeline-powers';
import { ciRoles } from '../principals';
import type { Rule } from '../rule';

export const ciRoleStartsProd: Rule = {
  id: 'ci-role-starts-prod',
  title: 'Jobs of a CI system may start pipelines that reach production',
  severity: 'medium',
  marks: false,
  why: 'Starting an execution may name the revision of the source and the values of variables. A repository whose jobs may start every pipeline decides what others deliver, and when.',
  remedy: 'Name the one pipeline that the repository delivers.',
  example: {
    wide: '{"Effect": "Allow", "Action": "codepipeline:StartPipelineExecution", "Resource": "*"}',
    narrow:
      '{"Effect": "Allow", "Action": "codepipeline:StartPipelineExecution", "Resource": "arn:aws:codepipeline:us-east-1:111122223333:shop"}',
  },
  sources: [
    'https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_StartPipelineExecution.html',
    'https://docs.aws.amazon.com/codepipeline/latest/userguide/permissions-reference.html',
  ],
  check: (judged) =>
    whoMay(judged, 'codepipeline:StartPipelineExecution').flatMap((power) => {
      const prod = prodAmong(judged, power.pipelines);
      if (prod.length === 0 || !ciRoles(judged).has(power.principal.arn)) return [];
      const said = togetherSay([power.answer]);
      return said === null
        ? []
        : {
            subject: power.principal.arn,
            pipelines: prod,
            title: `jobs that put on ${hatWords(judged.inventory, power.principal.arn)} may start ${pipelineWords(judged, prod)} up to production`,
            ...(prod.length === 1 ? { severity: 'low' as const } : {}),
            ...said,
          };
    }),
};
