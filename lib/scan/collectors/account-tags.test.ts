import { expect, test } from 'vitest';
import type { Fact } from '@/lib/snapshot/fact';
import { awsError, checkCollector } from '../collector.fixture';
import { accountTags } from './account-tags';

const MANAGING = '999999999999';
const fact = (kind: string, arn: string | null, data: Fact['data']): Fact => ({
  kind,
  source: 'organizations:X',
  account: MANAGING,
  region: 'global',
  arn,
  data,
});
const known = [
  fact('organization', null, {}),
  fact('organization-account', 'arn:a', { Id: '222222222222', State: 'ACTIVE' }),
  fact('organization-account', 'arn:b', { Id: '333333333333', State: 'SUSPENDED' }),
];

test('reads every page of the tags of active accounts', async () => {
  const pages = [
    { Tags: [{ Key: 'a', Value: '1' }], NextToken: 'more' },
    { Tags: [{ Key: 'b', Value: '2' }] },
  ];
  const heard = await checkCollector(accountTags, { ListTagsForResource: pages }, { known });
  const Tags = [
    { Key: 'a', Value: '1' },
    { Key: 'b', Value: '2' },
  ];
  expect(heard.facts).toMatchObject([
    {
      kind: 'organization-account-tags',
      account: MANAGING,
      arn: 'arn:a',
      data: { ResourceId: '222222222222', Tags },
    },
  ]);
  expect(heard.asked.map(({ operation, input }) => [operation, input])).toEqual([
    ['ListTagsForResource', { ResourceId: '222222222222' }],
    ['ListTagsForResource', { ResourceId: '222222222222', NextToken: 'more' }],
  ]);
});

test('tags that were not told are a gap with the account as its scope', async () => {
  const answers = { ListTagsForResource: [awsError('AccessDeniedException', 400)] };
  const heard = await checkCollector(accountTags, answers, { known });
  expect(heard.facts).toEqual([]);
  expect(heard.gaps).toMatchObject([{ permission: 'organizations:ListTagsForResource', scope: 'arn:a' }]);
});
