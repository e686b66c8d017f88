// GitHub with an OAuth token, the old way: CodePipeline fetches the repository and the pipeline role stores it.
import type { ActionProvider } from '../action-provider';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/appendix-github-oauth.html';

export const githubV1: ActionProvider = {
  id: 'github-v1',
  category: 'Source',
  owner: 'ThirdParty',
  provider: 'GitHub',
  title: 'GitHub source (version 1)',
  docs: DOCS,
  artifacts: { reads: false, writes: true, acl: 'never' },
  calls: () => [],
  passes: () => [],
  faults: () => [
    {
      rule: 'github-with-oauth-token',
      sentence:
        'the source uses an OAuth token that reaches all repositories of its user; a connection reaches one',
      source: DOCS,
      certain: false,
    },
  ],
};
