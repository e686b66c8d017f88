// OpsWorks Stacks, which came to its end in May 2024: nothing that such an action may do helps.
import type { ActionProvider } from '../action-provider';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-OpsWorks.html';

export const opsWorks: ActionProvider = {
  id: 'ops-works',
  category: 'Deploy',
  owner: 'AWS',
  provider: 'OpsWorks',
  title: 'OpsWorks',
  docs: DOCS,
  artifacts: { reads: true, writes: false, acl: 'never' },
  calls: () => [],
  passes: () => [],
  faults: () => [
    {
      rule: 'service-has-ended',
      sentence: 'AWS OpsWorks Stacks ended on 26 May 2024, and nothing can be deployed to it',
      source: 'https://docs.aws.amazon.com/opsworks/latest/userguide/stacks-eol-faqs.html',
      certain: true,
    },
  ],
};
