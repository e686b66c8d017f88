import { expect, test } from 'vitest';
import { collectors } from './collectors/index';
import { planLines, planPhase } from './plan';

test('regional collectors are planned per region, the others once per account', () => {
  const units = planPhase(1, collectors, ['111111111111', '222222222222'], ['eu-west-1', 'us-east-1']);
  expect(units.map(({ collector, account, region }) => `${account} ${collector.service} ${region}`)).toEqual([
    '111111111111 iam global',
    '111111111111 codepipeline eu-west-1',
    '111111111111 codepipeline us-east-1',
    '222222222222 iam global',
    '222222222222 codepipeline eu-west-1',
    '222222222222 codepipeline us-east-1',
  ]);
});

test('the plan in words names accounts, regions and every call', () => {
  const text = planLines(collectors, ['111111111111'], ['eu-west-1']).join('\n');
  expect(text).toContain('accounts: 111111111111\nregions: eu-west-1\n');
  for (const { name } of collectors.flatMap(({ calls }) => calls)) expect(text).toContain(name.split(':')[1]);
});

test('the plan in words says what is still to be found out', () => {
  expect(planLines([], 'organization', []).slice(0, 2)).toEqual([
    'accounts: every active account of the organisation',
    'regions: the one of the environment or the profile',
  ]);
});
