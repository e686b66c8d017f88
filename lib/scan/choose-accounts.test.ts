import { expect, test } from 'vitest';
import type { Fact } from '@/lib/snapshot/fact';
import { chooseAccounts, type Reach } from './choose-accounts';

const [MANAGING, TOOLS, DEV, PROD, CLOSED] = [
  '111111111111',
  '222222222222',
  '333333333333',
  '444444444444',
  '555555555555',
] as const;

function fact(kind: string, data: Fact['data']): Fact {
  return { kind, source: 'organizations:X', account: MANAGING, region: 'global', arn: null, data };
}
const member = (
  Id: string,
  ParentId: string,
  State = 'ACTIVE',
  tags: { readonly [key: string]: string } = {},
) => [
  fact('organization-account', { Id, State }),
  fact('organization-account-parent', { Id, ParentId }),
  fact('organization-account-tags', {
    ResourceId: Id,
    Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
  }),
];

// r-root > ou-infra > TOOLS; r-root > ou-work > ou-dev > DEV, CLOSED; ou-work > ou-prod > PROD
const ORGANISATION = [
  fact('organizational-unit', { Id: 'ou-infra', ParentId: 'r-root' }),
  fact('organizational-unit', { Id: 'ou-work', ParentId: 'r-root' }),
  fact('organizational-unit', { Id: 'ou-dev', ParentId: 'ou-work' }),
  fact('organizational-unit', { Id: 'ou-prod', ParentId: 'ou-work' }),
  fact('organizational-unit', { Id: 'ou-empty', ParentId: 'r-root' }),
  ...member(MANAGING, 'r-root'),
  ...member(TOOLS, 'ou-infra', 'ACTIVE', { team: 'platform', stage: 'prod' }),
  ...member(DEV, 'ou-dev', 'ACTIVE', { team: 'shop', stage: 'dev' }),
  ...member(PROD, 'ou-prod', 'ACTIVE', { team: 'shop', stage: 'prod' }),
  ...member(CLOSED, 'ou-dev', 'SUSPENDED'),
];

function choose(reach: Partial<Omit<Reach, 'tags'>> & { readonly tags?: readonly string[] }) {
  const tags = (reach.tags ?? []).map((tag) => {
    const [key = '', value = ''] = tag.split('=');
    return { key, value };
  });
  const chosen = chooseAccounts(ORGANISATION, { ous: [], include: [], exclude: [], ...reach, tags });
  return chosen.kind === 'accounts' ? chosen.accounts : chosen.problem;
}

test.each([
  ['nothing chosen: all', {}, [MANAGING, TOOLS, DEV, PROD, CLOSED]],
  ['a unit holds what hangs below it, at any depth', { ous: ['ou-work'] }, [DEV, PROD, CLOSED]],
  ['the root holds everything', { ous: ['r-root'] }, [MANAGING, TOOLS, DEV, PROD, CLOSED]],
  ['several units', { ous: ['ou-infra', 'ou-prod'] }, [TOOLS, PROD]],
  ['a tag', { tags: ['team=shop'] }, [DEV, PROD]],
  ['values of one key are alternatives', { tags: ['stage=dev', 'stage=prod'] }, [TOOLS, DEV, PROD]],
  ['keys are all wanted', { tags: ['team=shop', 'stage=prod'] }, [PROD]],
  ['unit and tag are both wanted', { ous: ['ou-work'], tags: ['stage=prod'] }, [PROD]],
  ['include adds', { ous: ['ou-prod'], include: [TOOLS] }, [TOOLS, PROD]],
  ['include alone chooses alone', { include: [DEV] }, [DEV]],
  ['exclude takes away from all', { exclude: [MANAGING, CLOSED] }, [TOOLS, DEV, PROD]],
  [
    'exclude has the last word',
    { ous: ['ou-work'], include: [TOOLS], exclude: [TOOLS, CLOSED] },
    [DEV, PROD],
  ],
])('%s', (_, reach, accounts) => {
  expect(choose(reach)).toEqual(accounts);
});

test.each([
  ['an account of nobody', { include: ['999999999999'] }, 'account 999999999999 is not in the organisation'],
  ['also under exclude', { exclude: ['999999999999'] }, 'account 999999999999 is not in the organisation'],
  ['a unit of nobody', { ous: ['ou-other'] }, 'the organisation has no organizational unit `ou-other`'],
  ['an empty unit', { ous: ['ou-empty'] }, 'no account of the organisation is chosen'],
  ['a tag of nobody', { tags: ['team=nobody'] }, 'no account of the organisation is chosen'],
])('%s is a problem, not "nothing there"', (_, reach, part) => {
  expect(choose(reach)).toContain(part);
});
