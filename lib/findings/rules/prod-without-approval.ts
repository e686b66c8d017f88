// A way to production on which nobody is asked.
import { unapproved } from '../approvals';
import type { Rule } from '../rule';

export const prodWithoutApproval: Rule = {
  id: 'prod-without-approval',
  title: 'Nobody approves before production',
  severity: 'medium',
  marks: false,
  why: 'What is put into the source reaches production without anybody looking. Companies that deliver continuously mean it so; then the tests and the writers of the source are all that stands before production.',
  remedy:
    'Put a manual approval into a stage before, or switch the rule off for pipelines of which this is meant.',
  example: {
    wide: 'stages: [Source, Build, Prod]',
    narrow: 'stages: [Source, Build, Approve, Prod]   # Approve: an action of category Approval',
  },
  sources: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/approvals.html'],
  check: (judged) =>
    judged.pipelines.flatMap((pipeline) => {
      const first = unapproved(judged.inventory, pipeline);
      if (first === null) return [];
      return {
        subject: pipeline.arn,
        pipelines: [pipeline.arn],
        title: `${judged.inventory.pipelines.get(pipeline.arn)?.name ?? pipeline.arn} reaches production in ${first.action}, and no approval stands before it`,
        certainty: 'shown' as const,
        evidence: [],
        notes: [`${first.action} is prod: ${first.told}`],
      };
    }),
};
