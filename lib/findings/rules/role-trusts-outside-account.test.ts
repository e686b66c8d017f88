import { describe, expect, it } from 'vitest';
import { organization, trust } from '@/lib/model/snapshot.fixture';
import { PIPELINE_ROLE, PROD_ROLE } from '@/lib/model/working-pipeline.fixture';
import { found } from '../found.fixture';

const RULE = 'role-trusts-outside-account';
const outside = '888888888888';

describe(RULE, () => {
  it('fires for a role and, harder, for a whole account outside the organisation', () => {
    const one = trust({ AWS: [PIPELINE_ROLE, `arn:aws:iam::${outside}:role/vendor`] });
    expect(found(RULE, { prodTrust: one, extra: organization({}) })).toMatchObject([
      {
        subject: PROD_ROLE,
        severity: 'medium',
        certainty: 'shown',
        title: `deploy trusts somebody of account ${outside}, which is not in the organisation`,
      },
    ]);
    const all = trust({ AWS: [PIPELINE_ROLE, `arn:aws:iam::${outside}:root`] });
    expect(found(RULE, { prodTrust: all, extra: organization({}) })).toMatchObject([
      {
        severity: 'high',
        title: expect.stringContaining('trusts all of account'),
        evidence: [{ statement: 0 }],
      },
    ]);
  });

  it('is silent for accounts of the organisation', () => {
    expect(found(RULE, { extra: organization({}) })).toEqual([]);
  });

  it('cannot tell whose the account is where no organisation was read, and says that it is possible', () => {
    const one = trust({ AWS: [PIPELINE_ROLE, `arn:aws:iam::${outside}:role/vendor`] });
    expect(found(RULE, { prodTrust: one })).toMatchObject([
      { certainty: 'possible', open: [expect.stringContaining('was not read')] },
    ]);
  });
});
