import { describe, expect, it } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import { DEV, HUB, keyArn, PROD, snapshotOf } from '@/lib/model/snapshot.fixture';
import { workingPipeline } from '@/lib/model/working-pipeline.fixture';
import type { Fact } from '@/lib/snapshot/fact';
import type { Gap } from '@/lib/snapshot/gap';
import { coverageOf } from './coverage';
import { coverageHeadline, leftOut } from './coverage-words';

const gap = (change: Partial<Gap> = {}): Gap => ({
  source: 'kms:GetKeyPolicy',
  permission: 'kms:GetKeyPolicy',
  account: HUB,
  region: 'us-east-2',
  scope: keyArn('us-east-2'),
  cause: 'denied',
  code: 'AccessDeniedException',
  ...change,
});
const withoutPolicy = (fact: Fact) => fact.kind === 'key-policy' && fact.region === 'us-east-2';
const coverage = (gaps: readonly Gap[] = [], read: readonly string[] = [HUB, DEV, PROD]) =>
  coverageOf(
    analyze(snapshotOf(workingPipeline(gaps.length === 0 ? {} : { without: withoutPolicy }), { gaps, read })),
  );
const rowOf = (id: string, of: ReturnType<typeof coverage>) => of.rows.find((row) => row.id === id);

describe('coverage', () => {
  it('says that all was read', () => {
    const all = coverage();
    expect(coverageHeadline(all)).toBe('3 of 3 accounts read, every call was answered.');
    expect(leftOut(all)).toBeNull();
    expect(all.regions).toEqual(['global', 'us-east-1', 'us-east-2']);
    expect(all.rows.every((row) => row.reading === 'read')).toBe(true);
  });

  it('counts what was found by service and region, and says where a service is not asked', () => {
    const services = rowOf(HUB, coverage())?.services ?? [];
    const cell = (service: string, region: string) =>
      services.find((one) => one.service === service)?.cells.find((one) => one.region === region)?.found;
    expect(cell('codepipeline', 'us-east-1')).toBe('1 pipeline');
    expect(cell('codepipeline', 'us-east-2')).toBe('none');
    expect(cell('codepipeline', 'global')).toBeNull();
    expect(cell('kms', 'us-east-2')).toBe('1 key');
    expect(cell('iam', 'us-east-1')).toBeNull();
  });

  it('names a refused call with its statement and the paths that hang on it', () => {
    const refused = coverage([gap()]);
    const row = rowOf(HUB, refused);
    expect(row?.reading).toBe('partly');
    expect(row?.cells.map(({ region, reading, unanswered }) => [region, reading, unanswered])).toEqual([
      ['global', 'read', 0],
      ['us-east-1', 'read', 0],
      ['us-east-2', 'partly', 1],
    ]);
    expect(JSON.parse(row?.statement ?? '')).toEqual({
      Effect: 'Allow',
      Action: 'kms:GetKeyPolicy',
      Resource: '*',
    });
    expect(refused.paths).toBeGreaterThan(0);
    expect(row?.calls[0]?.paths[0]?.name).toBe('shop');
    expect(coverageHeadline(refused)).toMatch(/^1 call was refused in .+: \d paths? cannot be told\.$/);
  });

  it('is one line for one call about many resources, and one statement for many calls', () => {
    const row = rowOf(
      HUB,
      coverage([
        gap(),
        gap({ scope: keyArn('us-east-1'), region: 'us-east-1' }),
        gap({ source: 's3:GetBucketEncryption', permission: 's3:GetEncryptionConfiguration', scope: null }),
      ]),
    );
    expect(row?.calls.map(({ call, regions }) => [call, regions])).toEqual([
      ['kms:GetKeyPolicy', ['us-east-1', 'us-east-2']],
      ['s3:GetBucketEncryption', ['us-east-2']],
    ]);
    expect(JSON.parse(row?.statement ?? '').Action).toEqual([
      'kms:GetKeyPolicy',
      's3:GetEncryptionConfiguration',
    ]);
  });

  it('offers no statement where none would help', () => {
    const calls = coverage([
      gap({ cause: 'throttled', code: 'Throttling' }),
      gap({
        source: 'sts:AssumeRole',
        permission: 'sts:AssumeRole',
        account: PROD,
        region: 'global',
        scope: null,
      }),
    ]).calls;
    expect(calls.map((call) => call.statement)).toEqual([null, null]);
    expect(calls.map((call) => call.cure).join(' ')).toMatch(/asked too fast.*|create the role there/);
  });

  it('prints no statement where another kind of policy refused, and says who must lift it', () => {
    const refused = coverage([gap({ layer: 'scp' })]);
    expect(rowOf(HUB, refused)).toMatchObject({ statement: null, calls: [{ statement: null }] });
    expect(refused.calls[0]?.cure).toMatch(
      /refused by a service control policy.*administers the organisation/,
    );
  });

  it('tells an account that could not be entered from one that nobody asked', () => {
    const shut = coverage(
      [
        gap({
          source: 'sts:AssumeRole',
          permission: 'sts:AssumeRole',
          account: PROD,
          region: 'global',
          scope: null,
        }),
      ],
      [HUB, DEV],
    );
    expect(rowOf(PROD, shut)?.reading).toBe('closed');
    expect(shut.rows[0]?.id).toBe(PROD);
    expect(coverageHeadline(shut)).toMatch(/^2 of 3 accounts read, .* could not be entered/);
    const snapshot = snapshotOf(workingPipeline({}), { read: [HUB, DEV] });
    const narrow = coverageOf(analyze({ ...snapshot, accounts: [HUB, DEV] }));
    expect(rowOf(PROD, narrow)).toBeUndefined();
    expect(coverageHeadline(narrow)).toBe('2 of 2 accounts read, every call was answered.');
  });

  it('says that nothing was asked', () => {
    const none = coverageOf(analyze({ ...snapshotOf([], { read: [] }), accounts: [] }));
    expect(coverageHeadline(none)).toBe('No account was asked.');
  });
});
