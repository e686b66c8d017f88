import { describe, expect, it } from 'vitest';
import { allow, HUB, keyArn, role, trust } from '@/lib/model/snapshot.fixture';
import { found, roleUnread } from '../found.fixture';

const RULE = 'artifact-store-writable-by-others';
const ec2 = trust({ Service: 'ec2.amazonaws.com' });
const USE1 = 'arn:aws:s3:::artifacts-us-east-1';
const write = allow('s3:PutObject', '*');
const encrypt = allow('kms:GenerateDataKey', keyArn('us-east-1'));

describe(RULE, () => {
  it('fires for a role that may write and encrypt, and counts who needs to', () => {
    const extra = [role(HUB, 'runner', ec2, write, encrypt)];
    expect(found(RULE, { extra })).toMatchObject([
      {
        subject: USE1,
        account: HUB,
        certainty: 'shown',
        marks: true,
        title: `artifacts-us-east-1 can be written by 1 principal that no pipeline needs: ${HUB}/runner`,
        reach: { can: [`arn:aws:iam::${HUB}:role/runner`], need: [expect.stringContaining('shop-pipeline')] },
      },
    ]);
  });

  it.each([
    ['may write but not encrypt with the key', role(HUB, 'runner', ec2, write)],
    ['is an administrator, who can do so anyway', role(HUB, 'admin', ec2, allow('*', '*'))],
    ['may only read', role(HUB, 'reader', ec2, allow('s3:Get*', '*'))],
  ])('is silent for a role that %s', (_, one) => {
    expect(found(RULE, { extra: [one] })).toEqual([]);
  });

  it('cannot tell where the policies of a role were not read, and says that it is possible', () => {
    const all = found(RULE, { extra: [roleUnread(HUB, 'runner', ec2)] });
    expect(all.map((one) => one.subject)).toEqual([USE1, 'arn:aws:s3:::artifacts-us-east-2']);
    for (const one of all) expect(one).toMatchObject({ certainty: 'possible', marks: false });
  });
});
