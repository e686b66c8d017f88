import { expect, test } from 'vitest';
import { actionReferences, namedHere } from './action-references';
import { pipelineFact } from './collector.fixture';

const build = (ProjectName: string, more: object = {}) => ({
  actionTypeId: { provider: 'CodeBuild' },
  configuration: { ProjectName },
  ...more,
});
const facts = [
  pipelineFact({
    roleArn: 'arn:aws:iam::111111111111:role/pipeline',
    stages: [
      {
        actions: [
          build('here'),
          build('#{variables.Project}'),
          build('there', { roleArn: 'arn:aws:iam::222222222222:role/deploy', region: 'us-east-1' }),
          { actionTypeId: { provider: 'Lambda' }, configuration: { FunctionName: 'check' } },
        ],
        beforeEntry: {
          conditions: [
            { rules: [{ ruleTypeId: { provider: 'CodeBuild' }, configuration: { ProjectName: 'gate' } }] },
          ],
        },
      },
    ],
  }),
];

test('a name means something in the account of the role that runs the action, and in the action’s region', () => {
  expect(actionReferences(facts, ['CodeBuild']).map(({ account, region }) => `${account} ${region}`)).toEqual(
    ['111111111111 eu-west-1', '111111111111 eu-west-1', '222222222222 us-east-1', '111111111111 eu-west-1'],
  );
});

test('names here are those without variables, of actions and of rules', () => {
  const here = { account: '111111111111', region: 'eu-west-1', known: facts };
  expect(namedHere(here, ['CodeBuild'], 'ProjectName')).toEqual(['gate', 'here']);
  expect(namedHere({ ...here, region: 'us-east-1' }, ['CodeBuild'], 'ProjectName')).toEqual([]);
});

test('facts that make no sense name nothing', () => {
  expect(actionReferences([pipelineFact({ stages: 'none' })], ['CodeBuild'])).toEqual([]);
});
