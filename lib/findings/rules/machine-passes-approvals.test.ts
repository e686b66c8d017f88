import { describe, expect, it } from 'vitest';
import { allow, HUB, role, trust } from '@/lib/model/snapshot.fixture';
import { found, roleUnread } from '../found.fixture';

const RULE = 'machine-passes-approvals';
const machine = trust({ Service: 'ec2.amazonaws.com' });
const approve = allow('codepipeline:PutApprovalResult', '*');

describe(RULE, () => {
  it('fires for a role of machines that may approve', () => {
    expect(found(RULE, { extra: [role(HUB, 'runner', machine, approve)] })).toMatchObject([
      {
        severity: 'medium',
        marks: false,
        certainty: 'shown',
        title: `${HUB}/runner, which no person wears, may PutApprovalResult on shop`,
      },
    ]);
  });

  it('is silent for a role that people put on, and for a machine that may only start', () => {
    const extra = [
      role(HUB, 'lead', trust({ AWS: `arn:aws:iam::${HUB}:root` }), approve),
      role(HUB, 'starter', machine, allow('codepipeline:StartPipelineExecution', '*')),
    ];
    expect(found(RULE, { extra })).toEqual([]);
  });

  it('cannot tell where its policies were not read, and says that it is possible', () => {
    expect(found(RULE, { extra: [roleUnread(HUB, 'runner', machine)] })).toMatchObject([
      { certainty: 'possible' },
    ]);
  });
});
