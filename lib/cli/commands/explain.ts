// hatstack explain: the permission path of one action, in words.
import { explainText } from '@/lib/scene/check-text';
import { pipelineNamed } from '../choose-pipeline';
import { CannotDo, type Command, type ExitCode } from '../command';
import { readAnalysis } from '../read-analysis';

export const explainCommand: Command = {
  name: 'explain',
  summary: 'the permission path of one action, in words',
  help: `hatstack explain [SNAPSHOT] --pipeline NAME --action NAME

Prints the answer, the hops in order, the policies that decide and what to change: the same words as the page.

SNAPSHOT is a file, an id, \`latest\` (the default) or \`example\`.
  --pipeline NAME   name or ARN of the pipeline
  --action NAME     name of the action, or STAGE/ACTION
  --config FILE     tiers and tuned rules (default: \`hatstack.yaml\` of the working folder)
  --what-if FILE    judge as if the policies said what this file says (the dashboard writes it); AWS is never written to

Exit code: 0 the action works, 1 it is broken, 2 could not do it, 3 it cannot be told or depends.`,
  options: {
    pipeline: { type: 'string' },
    action: { type: 'string' },
    config: { type: 'string' },
    'what-if': { type: 'string' },
  },
  async run(values, positionals, io): Promise<ExitCode> {
    if (values.pipeline === undefined || values.action === undefined)
      throw new CannotDo('explain needs --pipeline NAME and --action NAME');
    const analysis = await readAnalysis(positionals[0], values, io);
    const judged = pipelineNamed(analysis, String(values.pipeline));
    const wanted = String(values.action);
    const matching = judged.paths.filter(
      ({ path }) => path.action === wanted || `${path.stage}/${path.action}` === wanted,
    );
    const [found] = matching;
    if (found === undefined)
      throw new CannotDo(
        `no action \`${wanted}\` in this pipeline: it has ${judged.paths.map(({ path }) => `${path.stage}/${path.action}`).join(', ')}`,
      );
    if (matching.length > 1)
      throw new CannotDo(
        `${matching.length} actions are called \`${wanted}\`: give the stage too, such as ${found.path.stage}/${found.path.action}`,
      );
    for (const line of explainText(analysis, judged.arn, `${found.path.stage}/${found.path.action}`) ?? [])
      io.out(line);
    if (found.state === 'broken') return 1;
    return found.state === 'works' ? 0 : 3;
  },
};
