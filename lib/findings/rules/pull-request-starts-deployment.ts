// A pipeline that a pull request starts, and that deploys.
import type { Rule } from '../rule';

const DEPLOYING: ReadonlySet<string> = new Set(['Deploy', 'Invoke']);

export const pullRequestStartsDeployment: Rule = {
  id: 'pull-request-starts-deployment',
  title: 'A pull request starts a pipeline that deploys',
  severity: 'high',
  marks: false,
  why: 'What a pull request brings has not been looked at yet, and at some hosts anybody may open one. The pipeline builds it with the build’s role and deploys it with the roles of its actions.',
  remedy:
    'Let pull requests start a pipeline of their own that builds and tests with weak roles and deploys nothing.',
  example: {
    wide: 'triggers:\n  - providerType: CodeStarSourceConnection\n    gitConfiguration: {sourceActionName: Source, pullRequest: [{events: [OPEN, UPDATED]}]}',
    narrow:
      'triggers:\n  - providerType: CodeStarSourceConnection\n    gitConfiguration: {sourceActionName: Source, push: [{branches: {includes: [main]}}]}',
  },
  sources: [
    'https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-filter.html',
    'https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_GitPullRequestFilter.html',
  ],
  check: (judged) =>
    [...judged.inventory.pipelines.values()].flatMap((pipeline) => {
      const [source] = pipeline.pullRequestSources;
      const deploys = pipeline.stages
        .flatMap((stage) => stage.actions)
        .find((one) => DEPLOYING.has(one.category));
      if (source === undefined || deploys === undefined) return [];
      return {
        subject: pipeline.arn,
        pipelines: [pipeline.arn],
        title: `a pull request at ${source} starts ${pipeline.name}, which runs ${deploys.stage}/${deploys.name}`,
        certainty: 'shown' as const,
        evidence: [],
      };
    }),
};
