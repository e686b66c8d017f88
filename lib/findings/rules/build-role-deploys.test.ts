import { describe, expect, it } from 'vitest';
import { allow, HUB, PROD, role, trust } from '@/lib/model/snapshot.fixture';
import { PIPELINE_ROLE, PROD_ROLE } from '@/lib/model/working-pipeline.fixture';
import { buildStage, found, roleUnread } from '../found.fixture';

const RULE = 'build-role-deploys';
const build = `arn:aws:iam::${HUB}:role/shop-build`;
const service = trust({ Service: 'codebuild.amazonaws.com' });
const trustBoth = trust({ AWS: [PIPELINE_ROLE, build] });
const changes = (extra: ReturnType<typeof role>, prodTrust = trustBoth) => ({
  ...buildStage('shop-build'),
  extra: [...(buildStage('shop-build').extra ?? []), extra],
  prodTrust,
});

describe(RULE, () => {
  it('fires where the build’s role can put on a role that deploys, and shows the way', () => {
    const facts = changes(role(HUB, 'shop-build', service, allow('sts:AssumeRole', PROD_ROLE)));
    expect(found(RULE, facts)).toMatchObject([
      {
        subject: build,
        certainty: 'shown',
        title: `the build role ${HUB}/shop-build can put on ${PROD}/deploy`,
        notes: [`${HUB}/shop-build → ${PROD}/deploy`],
      },
    ]);
  });

  it('is silent where one of the two sides does not let it', () => {
    expect(found(RULE, changes(role(HUB, 'shop-build', service)))).toEqual([]);
    const asks = role(HUB, 'shop-build', service, allow('sts:AssumeRole', '*'));
    expect(found(RULE, changes(asks, trust({ AWS: PIPELINE_ROLE })))).toEqual([]);
  });

  it('cannot tell where the build’s policies were not read, and says that it is possible', () => {
    expect(found(RULE, changes(roleUnread(HUB, 'shop-build', service)))).toMatchObject([
      { certainty: 'possible', marks: false },
    ]);
  });
});
