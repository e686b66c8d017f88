import { expect, test } from 'vitest';
import { awsError, checkCollector } from '../collector.fixture';
import { account } from './account';
import { ec2 } from './ec2';

const ENABLED = { RegionName: 'eu-west-1', RegionOptStatus: 'ENABLED_BY_DEFAULT' };
const DISABLED = { RegionName: 'ap-east-1', RegionOptStatus: 'DISABLED' };

test('Account Management tells enabled and disabled regions, over two pages', async () => {
  const heard = await checkCollector(account, {
    ListRegions: [{ Regions: [ENABLED], NextToken: 'more' }, { Regions: [DISABLED] }],
  });
  expect(heard.facts.map(({ kind, data }) => [kind, data])).toEqual([
    ['account-region', ENABLED],
    ['account-region', DISABLED],
  ]);
  expect(heard.asked.map(({ operation }) => `account:${operation}`)).toEqual([
    'account:ListRegions',
    'account:ListRegions',
  ]);
});

test('half a list is no list', async () => {
  const heard = await checkCollector(account, {
    ListRegions: (input) => {
      if ('NextToken' in input) throw awsError('TooManyRequestsException', 429);
      return { Regions: [ENABLED], NextToken: 'more' };
    },
  });
  expect(heard.facts).toEqual([]);
  expect(heard.gaps).toMatchObject([{ cause: 'throttled', permission: 'account:ListRegions' }]);
});

test('a refusal is a gap', async () => {
  const heard = await checkCollector(account, { ListRegions: [awsError('AccessDeniedException', 403)] });
  expect(heard.gaps).toMatchObject([{ cause: 'denied', source: 'account:ListRegions' }]);
});

test('EC2 is asked for all regions, and only where they are not known', async () => {
  const answers = {
    DescribeRegions: [{ Regions: [{ RegionName: 'eu-west-1', OptInStatus: 'opt-in-not-required' }] }],
  };
  const heard = await checkCollector(ec2, answers);
  expect(heard.asked).toMatchObject([{ operation: 'DescribeRegions', input: { AllRegions: true } }]);
  expect(heard.facts).toMatchObject([{ kind: 'account-region', source: 'ec2:DescribeRegions' }]);
  expect((await checkCollector(ec2, answers, { known: heard.facts })).asked).toEqual([]);
});

test('EC2 that refuses leaves a gap', async () => {
  const heard = await checkCollector(ec2, { DescribeRegions: [awsError('UnauthorizedOperation', 403)] });
  expect(heard.gaps).toMatchObject([{ cause: 'denied', permission: 'ec2:DescribeRegions' }]);
});
