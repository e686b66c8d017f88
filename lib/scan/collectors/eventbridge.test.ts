import { expect, test } from 'vitest';
import { awsError, checkCollector, pipelineFact } from '../collector.fixture';
import { eventbridge } from './eventbridge';

const PIPELINE = 'arn:aws:codepipeline:eu-west-1:111111111111:shop';
const RULE = 'arn:aws:events:eu-west-1:111111111111:rule/shop-source';
const known = [{ ...pipelineFact({}), arn: PIPELINE }];
const WHOLE = {
  ListRuleNamesByTarget: [{ RuleNames: ['shop-source'] }],
  DescribeRule: [{ Name: 'shop-source', State: 'ENABLED' }],
  ListTargetsByRule: [
    { Targets: [{ Id: '1', Arn: PIPELINE, RoleArn: 'r' }], NextToken: 'more' },
    { Targets: [{ Id: '2', Arn: 'other' }] },
  ],
};

test('reads the rules that target a pipeline of this account and region, with all their targets', async () => {
  const heard = await checkCollector(eventbridge, WHOLE, { known });
  expect(heard.facts).toMatchObject([
    {
      kind: 'event-rule-names',
      arn: PIPELINE,
      data: { EventBusName: 'default', RuleNames: ['shop-source'] },
    },
    { kind: 'event-rule', arn: RULE },
    { kind: 'event-rule-targets', arn: RULE, data: { Targets: [{ Id: '1' }, { Id: '2' }] } },
  ]);
  expect(heard.gaps).toEqual([]);
});

test('asks nothing where there is no pipeline', async () => {
  expect((await checkCollector(eventbridge, WHOLE, { known, account: '222222222222' })).asked).toEqual([]);
});

test('notes what was refused, and no half list of targets', async () => {
  const refused = {
    ...WHOLE,
    ListTargetsByRule: [WHOLE.ListTargetsByRule[0], awsError('AccessDenied', 403)],
  };
  const heard = await checkCollector(eventbridge, refused, { known });
  expect(heard.facts.map(({ kind }) => kind)).toEqual(['event-rule-names', 'event-rule']);
  expect(heard.gaps).toMatchObject([{ source: 'events:ListTargetsByRule', scope: RULE }]);
});

test('looks on every bus of the place, and names a rule after the bus that it is on', async () => {
  const bus = {
    ...pipelineFact({}),
    kind: 'event-bus',
    arn: 'arn:aws:events:eu-west-1:111111111111:event-bus/ours',
  };
  const heard = await checkCollector(
    eventbridge,
    { ...WHOLE, ListRuleNamesByTarget: [{ RuleNames: [] }, { RuleNames: ['shop-source'] }] },
    { known: [...known, bus] },
  );
  expect(heard.asked.filter(({ operation }) => operation === 'ListRuleNamesByTarget')).toMatchObject([
    { input: { TargetArn: PIPELINE, EventBusName: 'default' } },
    { input: { TargetArn: PIPELINE, EventBusName: 'ours' } },
  ]);
  expect(heard.facts.at(-1)?.arn).toBe('arn:aws:events:eu-west-1:111111111111:rule/ours/shop-source');
});

test('looks in the account of a source for rules that pass its events on', async () => {
  const fed = {
    ...pipelineFact({
      roleArn: 'arn:aws:iam::111111111111:role/pipeline',
      stages: [
        {
          actions: [
            {
              actionTypeId: { category: 'Source', owner: 'AWS', provider: 'CodeCommit' },
              roleArn: 'arn:aws:iam::222222222222:role/source',
              configuration: { RepositoryName: 'shop' },
            },
          ],
        },
      ],
    }),
    arn: PIPELINE,
  };
  const heard = await checkCollector(eventbridge, WHOLE, { known: [fed], account: '222222222222' });
  expect(heard.asked.slice(0, 2)).toMatchObject([
    { input: { TargetArn: PIPELINE } },
    { input: { TargetArn: 'arn:aws:events:eu-west-1:111111111111:event-bus/default' } },
  ]);
  expect(heard.facts.at(-1)?.arn).toBe('arn:aws:events:eu-west-1:222222222222:rule/shop-source');
});
