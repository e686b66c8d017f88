// CodePipeline as an invoke action: starts another pipeline and does not wait for it.
import type { ActionProvider } from '../action-provider';
import { callOn } from '../call-on';
import { configurationText, openBy } from '../configuration';
import { needsFor } from '../need';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-PipelineInvoke.html';

export const codepipelineInvoke: ActionProvider = {
  id: 'codepipeline-invoke',
  category: 'Invoke',
  owner: 'AWS',
  provider: 'CodePipeline',
  title: 'Pipeline invoke',
  docs: DOCS,
  artifacts: { reads: false, writes: false, acl: 'never' },
  calls: (setting) => {
    const name = configurationText(setting.action, 'PipelineName');
    const arn = `arn:${setting.partition}:codepipeline:${setting.region}:${setting.account}:${name.text}`;
    return [
      callOn(
        setting,
        { kind: 'pipeline', name, arn, job: 'pipeline' },
        needsFor(['codepipeline:StartPipelineExecution'], arn, {
          because: 'The action starts the other pipeline.',
          source: DOCS,
          open: openBy(name),
        }),
      ),
    ];
  },
  passes: () => [],
};
