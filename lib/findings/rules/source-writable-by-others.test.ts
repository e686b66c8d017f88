import { describe, expect, it } from 'vitest';
import { allow, HUB, role, trust } from '@/lib/model/snapshot.fixture';
import { found, roleUnread } from '../found.fixture';

const RULE = 'source-writable-by-others';
const ec2 = trust({ Service: 'ec2.amazonaws.com' });
const put = (resource: string) => allow('s3:PutObject', resource);

describe(RULE, () => {
  it('fires for a role that may write any bucket', () => {
    expect(found(RULE, { extra: [role(HUB, 'runner', ec2, put('*'))] })).toMatchObject([
      {
        subject: 'arn:aws:s3:::drop',
        account: HUB,
        severity: 'high',
        marks: false,
        certainty: 'shown',
        title: `the source of shop in drop can be written by ${HUB}/runner, who may write any bucket`,
        evidence: [{ statement: 0 }],
      },
    ]);
  });

  it.each([
    ['is meant to', role(HUB, 'uploader', ec2, put('arn:aws:s3:::drop/*'))],
    ['may write other buckets', role(HUB, 'runner', ec2, put('arn:aws:s3:::cache/*'))],
    ['is an administrator, who may do so anyway', role(HUB, 'admin', ec2, allow('*', '*'))],
  ])('is silent for a role that %s', (_, one) => {
    expect(found(RULE, { extra: [one] })).toEqual([]);
  });

  it('cannot tell where its policies were not read, and says that it is possible', () => {
    expect(found(RULE, { extra: [roleUnread(HUB, 'runner', ec2)] })).toMatchObject([
      { certainty: 'possible' },
    ]);
  });
});
