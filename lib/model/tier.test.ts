import { describe, expect, it, test } from 'vitest';
import { type TierSettings, tierFrom, tierWord } from './tier';

const signs = (name: string, ouPath: readonly string[] = [], tags: { [key: string]: string } = {}) => ({
  id: '111111111111',
  name,
  ouPath,
  ouIds: ouPath.map((_, index) => `ou-${index}`),
  tags,
});

test.each([
  ['acme-prod', 'prod'],
  ['Prod', 'prod'],
  ['Deploy-Prod-use1', 'prod'],
  ['acme-live', 'prod'],
  ['acme-non-prod', 'test'],
  ['NonProd', 'test'],
  ['preprod', 'stage'],
  ['acme-staging', 'stage'],
  ['Dev', 'dev'],
  ['sandbox-7', 'sandbox'],
  ['shared-services', 'tools'],
  ['product-catalogue', null],
  ['producer', null],
  ['developers-portal', null],
  ['', null],
])('`%s` speaks of %s', (text, tier) => {
  expect(tierWord(text)).toBe(tier);
});

describe('the tier of an account', () => {
  it.each([
    [
      'its tag before its name',
      signs('acme-dev', [], { Environment: 'production' }),
      'prod',
      'its tag Environment is `production`',
    ],
    [
      'its name before its unit',
      signs('acme-staging', ['Workloads', 'NonProd']),
      'stage',
      'its name is `acme-staging`',
    ],
    ['the unit nearest to it', signs('shop', ['NonProd', 'Prod']), 'prod', 'it hangs below the unit `Prod`'],
  ])('is told from %s', (_, of, name, told) => {
    expect(tierFrom(of, {})).toEqual({ name, told });
  });

  it('is not told from nothing', () => {
    expect(tierFrom(signs('shop', ['Workloads']), {})).toBeNull();
  });

  it.each([
    ['its id', { stage: { accounts: ['111111111111'] } }],
    ['its name', { stage: { names: ['*-prod'] } }],
    ['a tag', { stage: { tags: [{ key: 'team', value: 'shop' }] } }],
    ['the name of a unit', { stage: { ous: ['Prod'] } }],
    ['the id of a unit', { stage: { ous: ['ou-0'] } }],
  ] as const)('is what the settings say by %s, whatever its name', (_, settings: TierSettings) => {
    expect(tierFrom(signs('acme-prod', ['Prod'], { team: 'shop' }), settings)?.name).toBe('stage');
  });

  it('is what the more exact way of the settings says', () => {
    const settings: TierSettings = { dev: { names: ['*'] }, prod: { accounts: ['111111111111'] } };
    expect(tierFrom(signs('shop'), settings)?.name).toBe('prod');
  });
});
