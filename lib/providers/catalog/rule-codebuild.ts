// A stage condition that a build decides.
import type { ActionProvider } from '../action-provider';
import { codebuildAction } from '../build-project';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/rule-reference-CodeBuild.html';

export const ruleCodebuild: ActionProvider = {
  id: 'rule-codebuild',
  category: 'Rule',
  owner: 'AWS',
  provider: 'CodeBuild',
  title: 'CodeBuild check',
  docs: DOCS,
  artifacts: { reads: false, writes: false, acl: 'never' },
  ...codebuildAction(DOCS),
};
