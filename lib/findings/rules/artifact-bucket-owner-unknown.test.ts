import { describe, expect, it } from 'vitest';
import { HUB } from '@/lib/model/snapshot.fixture';
import { found } from '../found.fixture';

const RULE = 'artifact-bucket-owner-unknown';
const without = (fact: { arn: string | null }) => fact.arn === 'arn:aws:s3:::artifacts-us-east-2';

describe(RULE, () => {
  it('fires, as possible, where no account that was read owns the bucket', () => {
    expect(found(RULE, { without })).toMatchObject([
      {
        subject: 'arn:aws:s3:::artifacts-us-east-2',
        account: HUB,
        severity: 'medium',
        marks: false,
        certainty: 'possible',
        open: ['an account that was not scanned may own it'],
      },
    ]);
  });

  it('is silent where the owner was read', () => {
    expect(found(RULE)).toEqual([]);
  });

  it('cannot tell where the buckets of the pipeline’s own account were not listed, and says so', () => {
    const gaps = [
      {
        source: 's3:ListBuckets',
        permission: 's3:ListAllMyBuckets',
        account: HUB,
        region: 'global',
        scope: null,
        cause: 'denied',
        code: 'AccessDenied',
      },
    ] as const;
    expect(found(RULE, { without }, { gaps })).toMatchObject([
      { severity: 'info', open: ['the buckets of the pipeline’s own account were not listed'] },
    ]);
  });
});
