// CodeBuild as a build action.
import type { ActionProvider } from '../action-provider';
import { codebuildAction } from '../build-project';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodeBuild.html';

export const codebuildBuild: ActionProvider = {
  id: 'codebuild-build',
  category: 'Build',
  owner: 'AWS',
  provider: 'CodeBuild',
  title: 'CodeBuild',
  docs: DOCS,
  artifacts: { reads: false, writes: false, acl: 'never' },
  ...codebuildAction(DOCS),
};
