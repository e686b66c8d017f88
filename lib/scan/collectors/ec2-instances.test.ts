import { expect, test } from 'vitest';
import type { Fact } from '@/lib/snapshot/fact';
import { awsError, checkCollector, pipelineFact } from '../collector.fixture';
import { ec2Instances } from './ec2-instances';

const GROUP = 'arn:aws:codedeploy:eu-west-1:111111111111:deploymentgroup:shop/blue';
const PROFILE = { Arn: 'arn:aws:iam::111111111111:instance-profile/tills' };
const group = (data: Fact['data']): Fact => ({
  ...pipelineFact({}),
  kind: 'deployment-group',
  arn: GROUP,
  data,
});
const tagged = group({ ec2TagFilters: [{ Key: 'app', Value: 'shop', Type: 'KEY_AND_VALUE' }] });
const answer = (...ids: readonly string[]) => ({
  Reservations: [
    { Instances: ids.map((InstanceId) => ({ InstanceId, IamInstanceProfile: PROFILE, KeyName: 'k' })) },
  ],
});
const filtersOf = (input: object) =>
  ((input as { Filters?: { Name: string }[] }).Filters ?? []).map(({ Name }) => Name);

test('reads the instances of a group, each once, with nothing but their profile', async () => {
  const pages = [{ ...answer('i-1'), NextToken: 'more' }, answer('i-1', 'i-2')];
  const heard = await checkCollector(ec2Instances, { DescribeInstances: pages }, { known: [tagged] });
  expect(heard.facts).toMatchObject([{ kind: 'instances', arn: GROUP }]);
  expect(heard.facts[0]?.data).toEqual({
    Instances: ['i-1', 'i-2'].map((InstanceId) => ({ InstanceId, IamInstanceProfile: PROFILE })),
  });
});

test('asks by tags, by sets of tags, and by Auto Scaling group', async () => {
  const known = [
    group({
      ec2TagFilters: [{ Key: 'app', Type: 'KEY_ONLY' }],
      ec2TagSet: { ec2TagSetList: [[{ Key: 'a', Value: '1' }], [{ Key: 'b', Value: '2' }]] },
      autoScalingGroups: [{ name: 'tills' }],
    }),
  ];
  const heard = await checkCollector(ec2Instances, { DescribeInstances: [answer()] }, { known });
  expect(heard.asked.map(({ input }) => filtersOf(input).slice(1))).toEqual([
    ['tag-key'],
    ['tag:a', 'tag:b'],
    ['tag:aws:autoscaling:groupName'],
  ]);
});

test('asks nothing that it cannot ask rightly, and nothing of groups without instances', async () => {
  const several = {
    ec2TagSetList: [
      [
        { Key: 'a', Value: '1' },
        { Key: 'b', Value: '2' },
      ],
    ],
  };
  expect((await checkCollector(ec2Instances, {}, { known: [group({ ec2TagSet: several })] })).facts).toEqual(
    [],
  );
  expect(
    (await checkCollector(ec2Instances, {}, { known: [group({ computePlatform: 'ECS' })] })).asked,
  ).toEqual([]);
});

test('reads the instances that an EC2 action is tagged for', async () => {
  const actions = [
    { actionTypeId: { provider: 'EC2' }, configuration: { InstanceTagKey: 'app', InstanceTagValue: 'shop' } },
  ];
  const known = [pipelineFact({ roleArn: 'arn:aws:iam::111111111111:role/p', stages: [{ actions }] })];
  const heard = await checkCollector(ec2Instances, { DescribeInstances: [answer('i-1')] }, { known });
  expect(heard.facts).toMatchObject([{ arn: 'arn:aws:ec2:eu-west-1:111111111111:instance/tag:app=shop' }]);
});

test('notes a gap where it is refused', async () => {
  const refused = { DescribeInstances: [awsError('UnauthorizedOperation', 403)] };
  const heard = await checkCollector(ec2Instances, refused, { known: [tagged] });
  expect(heard.facts).toEqual([]);
  expect(heard.gaps).toMatchObject([{ source: 'ec2:DescribeInstances', scope: GROUP, cause: 'denied' }]);
});
