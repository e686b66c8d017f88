import { describe, expect, it } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import { allow, DEV, HUB, PROD, role, snapshotOf, trust } from '@/lib/model/snapshot.fixture';
import { DEV_ROLE, PROD_ROLE, workingPipeline } from '@/lib/model/working-pipeline.fixture';
import { overviewOf } from './overview';
import { causesSummary } from './overview-causes';
import { roleId, roleOfId } from './role-page-id';
import { plain } from './words';

const overview = (...changes: Parameters<typeof workingPipeline>) =>
  overviewOf(analyze(snapshotOf(workingPipeline(...changes))));

describe('the overview', () => {
  it('says that everything works', () => {
    const { headline, counts, causes, hats } = overview({});
    expect(plain(headline)).toBe('The only pipeline can deploy. No hat is over-broad.');
    expect(counts).toEqual([{ state: 'works', count: 1 }]);
    expect(causes).toEqual([]);
    expect(hats).toEqual([]);
    expect(causesSummary(causes)).toBe('');
  });

  it('says that there is no pipeline', () => {
    expect(plain(overviewOf(analyze(snapshotOf([]))).headline)).toMatch(/^No pipeline was found\./);
  });

  it('names the cause of what is broken, and where to look', () => {
    const { headline, causes } = overview({
      prodTrust: trust({ AWS: `arn:aws:iam::${HUB}:role/somebody-else` }),
    });
    expect(plain(headline)).toMatch(/^The only pipeline cannot deploy\./);
    expect(causes.map((cause) => cause.state)).toEqual(['broken']);
    expect(causes[0]?.where).toContain(`${HUB} → ${PROD}`);
    expect(causes[0]?.places[0]).toMatchObject({ name: 'shop', pipeline: `${HUB}.us-east-1.shop` });
    expect(causes[0]?.tie).toBe('');
    expect(causesSummary(causes)).toBe('1 pipeline, 1 cause');
  });

  it('counts who can put on an over-broad hat and who needs to', () => {
    const { headline, hats } = overview({
      prodTrust: trust({ AWS: `arn:aws:iam::${HUB}:root` }),
      extra: [role(HUB, 'admin', trust({ AWS: '*' }), allow('*', '*'))],
    });
    expect(hats).toMatchObject([
      { arn: PROD_ROLE, id: `${PROD}.deploy`, name: `${PROD}/deploy`, why: `Trusts all of ${HUB}.` },
    ]);
    expect(hats[0]?.can).toHaveLength(2);
    expect(hats[0]?.need).toHaveLength(1);
    expect(plain(headline)).toMatch(/can deploy\. 1 hat is over-broad\.$/);
  });

  it('says it where anybody can', () => {
    const { headline, hats } = overview({ prodTrust: trust({ AWS: '*' }) });
    expect(hats[0]?.can).toBeNull();
    expect(plain(headline)).toContain(`Anybody in AWS can put on ${PROD}/deploy.`);
  });
});

describe('a role in a URL', () => {
  const { inventory } = analyze(snapshotOf(workingPipeline({})));
  it('is found by its id and by its ARN', () => {
    expect(roleOfId(inventory, roleId(DEV_ROLE))?.arn).toBe(DEV_ROLE);
    expect(roleOfId(inventory, DEV_ROLE)?.arn).toBe(DEV_ROLE);
    expect(roleId('arn:aws:iam::111111111111:role/ci/deploy')).toBe('111111111111.ci/deploy');
  });
  it.each(['', '.', `${DEV}.nobody`, 'arn:aws:iam::1:user/x', '../../etc'])('is not found by `%s`', (id) => {
    expect(roleOfId(inventory, id)).toBeNull();
  });
});
