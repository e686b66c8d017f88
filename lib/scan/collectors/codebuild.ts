// Reads the build projects that pipelines start: their role, key, network, logs and references to secrets.
import {
  BatchGetProjectsCommand,
  type BatchGetProjectsCommandInput,
  CodeBuildClient,
} from '@aws-sdk/client-codebuild';
import { namedHere } from '../action-references';
import { call, collector } from '../collector';

const batchGetProjects = call(
  'codebuild:BatchGetProjects',
  (codebuild: CodeBuildClient, input: BatchGetProjectsCommandInput) =>
    codebuild.send(new BatchGetProjectsCommand(input)),
);

/** As many names as one call takes. @see https://docs.aws.amazon.com/codebuild/latest/APIReference/API_BatchGetProjects.html (read 2026-11-24) */
const BATCH = 100;

/** Facts `build-project`; one of null is a project that a pipeline names and that does not exist. */
export const codebuild = collector({
  service: 'codebuild',
  scope: 'region',
  phase: 2,
  client: (config) => new CodeBuildClient(config),
  calls: [batchGetProjects],
  async collect(asking) {
    const { ask, note, account, region, partition } = asking;
    const names = namedHere(asking, ['CodeBuild'], 'ProjectName');
    const arnOf = (name: string) => `arn:${partition}:codebuild:${region}:${account}:project/${name}`;
    for (let from = 0; from < names.length; from += BATCH) {
      const answer = await ask(batchGetProjects, { names: names.slice(from, from + BATCH) });
      if (answer === 'gap' || answer === 'absent') continue;
      for (const data of answer.projects ?? [])
        note({ kind: 'build-project', source: batchGetProjects, arn: arnOf(data.name ?? ''), data });
      for (const name of answer.projectsNotFound ?? [])
        note({ kind: 'build-project', source: batchGetProjects, arn: arnOf(name), data: null });
    }
  },
});
