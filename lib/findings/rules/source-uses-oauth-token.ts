// A source that GitHub's old OAuth app fetches.
import type { Rule } from '../rule';

export const sourceUsesOauthToken: Rule = {
  id: 'source-uses-oauth-token',
  title: 'A source uses an OAuth token of GitHub',
  severity: 'medium',
  marks: false,
  why: 'The token of the old GitHub action belongs to a person, reaches every repository of that person, and stands in the pipeline. AWS advises against it.',
  remedy: 'Make a connection and use the provider CodeStarSourceConnection.',
  example: {
    wide: 'actionTypeId: {category: Source, owner: ThirdParty, provider: GitHub, version: "1"}',
    narrow: 'actionTypeId: {category: Source, owner: AWS, provider: CodeStarSourceConnection, version: "1"}',
  },
  sources: [
    'https://docs.aws.amazon.com/codepipeline/latest/userguide/appendix-github-oauth.html',
    'https://docs.aws.amazon.com/codepipeline/latest/userguide/update-github-action-connections.html',
  ],
  check: (judged) =>
    [...judged.inventory.pipelines.values()].flatMap((pipeline) =>
      pipeline.stages
        .flatMap((stage) => stage.actions)
        .filter((one) => one.owner === 'ThirdParty' && one.provider === 'GitHub')
        .map((action) => ({
          subject: pipeline.arn,
          about: `${action.stage}/${action.name}`,
          pipelines: [pipeline.arn],
          title: `${action.stage}/${action.name} of ${pipeline.name} fetches with an OAuth token of GitHub`,
          certainty: 'shown' as const,
          evidence: [],
        })),
    ),
};
