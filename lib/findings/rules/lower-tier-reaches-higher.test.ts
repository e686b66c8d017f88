import { describe, expect, it } from 'vitest';
import { allow, DEV, HUB, PROD, role, trust } from '@/lib/model/snapshot.fixture';
import { PIPELINE_ROLE, PROD_ROLE } from '@/lib/model/working-pipeline.fixture';
import { found, roleUnread, TIERS } from '../found.fixture';

const RULE = 'lower-tier-reaches-higher';
const developer = `arn:aws:iam::${DEV}:role/developer`;
const ci = `arn:aws:iam::${HUB}:role/ci`;
const more = { settings: TIERS };

describe(RULE, () => {
  it('fires where a principal of dev can put on a role of prod, and counts who', () => {
    const extra = [
      role(DEV, 'developer', trust({ Service: 'ec2.amazonaws.com' }), allow('sts:AssumeRole', '*')),
    ];
    const prodTrust = trust({ AWS: [PIPELINE_ROLE, `arn:aws:iam::${DEV}:root`] });
    expect(found(RULE, { extra, prodTrust }, more)).toMatchObject([
      {
        subject: PROD_ROLE,
        severity: 'high',
        certainty: 'shown',
        marks: true,
        reach: { can: [developer], need: [], complete: true },
        notes: [
          `${DEV}/developer → ${PROD}/deploy`,
          expect.stringContaining('is dev'),
          expect.stringContaining('is prod'),
        ],
      },
    ]);
  });

  it('fires where the way leads through the hub, and shows the chain', () => {
    const extra = [
      role(DEV, 'developer', trust({ Service: 'ec2.amazonaws.com' }), allow('sts:AssumeRole', ci)),
      role(HUB, 'ci', trust({ AWS: developer }), allow('sts:AssumeRole', PROD_ROLE)),
    ];
    const prodTrust = trust({ AWS: [PIPELINE_ROLE, ci] });
    expect(found(RULE, { extra, prodTrust }, more)[0]?.notes[0]).toBe(
      `${DEV}/developer → ${HUB}/ci → ${PROD}/deploy`,
    );
  });

  it('is silent where only the hub can, and where no tier is told', () => {
    const prodTrust = trust({ AWS: [PIPELINE_ROLE, `arn:aws:iam::${DEV}:root`] });
    const extra = [
      role(DEV, 'developer', trust({ Service: 'ec2.amazonaws.com' }), allow('sts:AssumeRole', '*')),
    ];
    expect(found(RULE, {}, more)).toEqual([]);
    expect(found(RULE, { prodTrust, extra })).toEqual([]);
  });

  it('cannot tell where the policies of a principal of dev were not read, and says that it is possible', () => {
    const extra = [roleUnread(DEV, 'developer', trust({ Service: 'ec2.amazonaws.com' }))];
    const prodTrust = trust({ AWS: [PIPELINE_ROLE, `arn:aws:iam::${DEV}:root`] });
    expect(found(RULE, { extra, prodTrust }, more)).toMatchObject([
      { certainty: 'possible', marks: false, open: ['a policy on the way was not read'] },
    ]);
  });
});
