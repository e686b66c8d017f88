// Commands that stand in the pipeline itself, and run with a hat that reaches further.
import { isProd } from '@/lib/model/tier';
import type { Rule } from '../rule';

export const pipelineRunsInlineCommands: Rule = {
  id: 'pipeline-runs-inline-commands',
  title: 'A pipeline runs commands that stand in it',
  severity: 'low',
  marks: false,
  why: 'Commands actions run with the pipeline’s own role unless they name another, and a build specification in the pipeline replaces that of the project: whoever may change the pipeline runs what they like with that role, without touching the repository.',
  remedy:
    'Give the action a role of its own, keep the commands in the repository, and let few change the pipeline.',
  example: {
    wide: 'actionTypeId: {category: Compute, owner: AWS, provider: Commands, version: "1"}   # no roleArn',
    narrow:
      'actionTypeId: {category: Compute, owner: AWS, provider: Commands, version: "1"}\nroleArn: arn:aws:iam::111122223333:role/shop-commands',
  },
  sources: [
    'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-Commands.html',
    'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodeBuild.html',
  ],
  check: (judged) =>
    judged.pipelines.flatMap(({ arn, paths }) => {
      const pipeline = judged.inventory.pipelines.get(arn);
      const actions = pipeline?.stages.flatMap((stage) => stage.actions) ?? [];
      const reachesProd = paths.some(({ path }) => isProd(judged.inventory, path.account));
      return actions.flatMap((action) => {
        const isCommands = action.provider === 'Commands' && action.roleArn === null;
        if (!isCommands && action.configuration.BuildspecOverride === undefined) return [];
        const where = `${action.stage}/${action.name}`;
        return {
          subject: arn,
          about: where,
          pipelines: [arn],
          title: isCommands
            ? `${where} of ${pipeline?.name} runs commands with the pipeline role`
            : `${where} of ${pipeline?.name} brings a build specification of its own`,
          ...(isCommands && reachesProd ? { severity: 'medium' as const } : {}),
          certainty: 'shown' as const,
          evidence: [],
          notes: isCommands && reachesProd ? ['the pipeline role also reaches production'] : [],
        };
      });
    }),
};
