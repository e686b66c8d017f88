// CodeBuild as a test action.
import type { ActionProvider } from '../action-provider';
import { codebuildAction } from '../build-project';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodeBuild.html';

export const codebuildTest: ActionProvider = {
  id: 'codebuild-test',
  category: 'Test',
  owner: 'AWS',
  provider: 'CodeBuild',
  title: 'CodeBuild test',
  docs: DOCS,
  artifacts: { reads: false, writes: false, acl: 'never' },
  ...codebuildAction(DOCS),
};
