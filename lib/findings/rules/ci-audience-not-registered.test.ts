import { describe, expect, it } from 'vitest';
import { HUB } from '@/lib/model/snapshot.fixture';
import { ciRole, GITLAB } from '../ci.fixture';
import { found } from '../found.fixture';

const RULE = 'ci-audience-not-registered';
const asks = {
  StringEquals: {
    [`${GITLAB}:aud`]: 'sts.amazonaws.com',
    [`${GITLAB}:sub`]: 'project_path:acme/shop:ref_type:branch:ref:main',
  },
};

describe(RULE, () => {
  it('fires where no audience of trust and provider agrees, and names both', () => {
    expect(found(RULE, { extra: ciRole(GITLAB, asks, ['https://gitlab.com']) })).toMatchObject([
      {
        certainty: 'shown',
        marks: false,
        title: 'ci asks for the audience `sts.amazonaws.com`, and the provider knows `https://gitlab.com`',
      },
    ]);
  });

  it('is silent where one agrees, and where the trust asks for none', () => {
    expect(found(RULE, { extra: ciRole(GITLAB, asks, ['https://gitlab.com', 'sts.amazonaws.com']) })).toEqual(
      [],
    );
    expect(found(RULE, { extra: ciRole(GITLAB, null, ['https://gitlab.com']) })).toEqual([]);
  });

  it('cannot tell where the provider was not read, and says that it is possible', () => {
    const gaps = [
      {
        source: 'iam:GetOpenIDConnectProvider',
        permission: 'iam:GetOpenIDConnectProvider',
        account: HUB,
        region: 'global',
        scope: null,
        cause: 'denied',
        code: 'AccessDenied',
      },
    ] as const;
    expect(found(RULE, { extra: ciRole(GITLAB, asks) }, { gaps })).toMatchObject([
      { certainty: 'possible', open: ['the identity provider gitlab.com was not read'] },
    ]);
  });
});
