// Reads whether the repositories of CodeCommit that pipelines fetch are there. Never what is in them.
import {
  CodeCommitClient,
  GetRepositoryCommand,
  type GetRepositoryCommandInput,
} from '@aws-sdk/client-codecommit';
import { namedHere } from '../action-references';
import { call, collector } from '../collector';

const getRepository = call(
  'codecommit:GetRepository',
  (codecommit: CodeCommitClient, input: GetRepositoryCommandInput) =>
    codecommit.send(new GetRepositoryCommand(input)),
);

/** Facts `repository`; one of null is a repository that a source names and that does not exist. */
export const codecommit = collector({
  service: 'codecommit',
  scope: 'region',
  phase: 2,
  client: (config) => new CodeCommitClient(config),
  calls: [getRepository],
  async collect(asking) {
    const { ask, note, account, region, partition } = asking;
    for (const name of namedHere(asking, ['CodeCommit'], 'RepositoryName')) {
      const arn = `arn:${partition}:codecommit:${region}:${account}:${name}`;
      const answer = await ask(getRepository, { repositoryName: name }, { scope: arn });
      if (answer !== 'gap')
        note({ kind: 'repository', source: getRepository, arn, data: answer === 'absent' ? null : answer });
    }
  },
});
