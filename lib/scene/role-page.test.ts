import { describe, expect, it } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import { allow, DEV, HUB, PROD, role, snapshotOf, trust } from '@/lib/model/snapshot.fixture';
import { PIPELINE_ROLE, PROD_ROLE, workingPipeline } from '@/lib/model/working-pipeline.fixture';
import { policyShelf } from '@/lib/verdict/policy-shelf';
import { rolePage } from './role-page';
import { brimWidth } from './role-page-cards';
import { hatDrawing } from './role-page-scene';
import { plain } from './words';

const root = trust({ AWS: `arn:aws:iam::${HUB}:root` });
const admin = role(HUB, 'admin', trust({ Service: 'ec2.amazonaws.com' }), allow('*', '*'));
const reader = role(HUB, 'reader', trust({ Service: 'ec2.amazonaws.com' }), allow('s3:Get*', '*'));

function pageOf(
  arn: string,
  changes: Parameters<typeof workingPipeline>[0] = {},
  read?: readonly string[],
): ReturnType<typeof rolePage> {
  const analysis = analyze(snapshotOf(workingPipeline(changes), read === undefined ? {} : { read }));
  const found = analysis.inventory.roles.get(arn);
  if (found === undefined) throw new Error(`no role ${arn}`);
  return rolePage(analysis, policyShelf(), found);
}

describe('the page of a hat', () => {
  it('names who passes both halves, those who need to first, with the statements', () => {
    const page = pageOf(PROD_ROLE, { prodTrust: root, extra: [admin, reader] });
    expect(page.wearers.map(({ name, needs, state }) => [name, needs, state])).toEqual([
      ['shop-pipeline', true, 'works'],
      ['admin', false, 'works'],
    ]);
    expect(page.wearers[1]?.by).toEqual(['trust policy, statement 1', 'inline policy inline, statement 1']);
    expect(plain(page.headline)).toBe(`2 principals can put on ${PROD}’s deploy. One needs to.`);
    expect(page.open).toBeNull();
  });

  it('marks the statement that is too wide, and says what to do', () => {
    const page = pageOf(PROD_ROLE, { prodTrust: root });
    expect(page.overBroad).toBe(true);
    expect(page.tone).toBe('broad');
    expect(
      page.trust
        .filter(({ mark }) => mark === 'deciding')
        .map(({ text }) => text)
        .join(''),
    ).toContain(':root');
    expect(page.lead).toContain(`names ${HUB} as a whole`);
    expect(page.remedies).toHaveLength(1);
  });

  it('marks the statement that lets its pipeline in where nothing is too wide', () => {
    const page = pageOf(PROD_ROLE);
    expect(page.overBroad).toBe(false);
    expect(page.tone).toBe('works');
    expect(page.trust.some(({ mark }) => mark === 'deciding')).toBe(true);
    expect(page.lead).toContain('Nobody more than the pipelines need');
  });

  it('lists the pipelines and actions it serves, and what it can put on in turn', () => {
    const page = pageOf(PIPELINE_ROLE);
    expect(page.serves).toMatchObject([{ name: 'shop', as: 'pipeline role' }]);
    expect(page.next.map(({ name }) => name)).toEqual([`${DEV}/deploy`, `${PROD}/deploy`]);
    expect(plain(page.headline)).toBe(`Only codepipeline.amazonaws.com can put on ${HUB}’s shop-pipeline.`);
    expect(pageOf(PROD_ROLE).serves).toMatchObject([{ name: 'shop', as: 'action role' }]);
    expect(pageOf(PROD_ROLE).next).toEqual([]);
  });

  it('says that there may be more where the trusted account was not scanned', () => {
    const page = pageOf(PROD_ROLE, { prodTrust: trust({ AWS: 'arn:aws:iam::999999999999:root' }) });
    expect(page.open).toContain('999999999999 is trusted as a whole and was not scanned');
    expect(plain(page.headline)).toMatch(/^(Cannot tell who|At least)/);
  });

  it('says that nobody can', () => {
    const page = pageOf(PROD_ROLE, { prodTrust: trust({ AWS: `arn:aws:iam::${HUB}:role/nobody-here` }) });
    expect(page.wearers).toEqual([]);
    expect(plain(page.headline)).toBe(`Nobody who was read can put on ${PROD}’s deploy.`);
  });
});

describe('the drawing of a hat', () => {
  it('has a wearer for each card, a band under those who need not, and folds the rest', () => {
    const many = Array.from({ length: 9 }, (_, index) =>
      role(HUB, `admin-${index}`, trust({ Service: 'ec2.amazonaws.com' }), allow('*', '*')),
    );
    const page = pageOf(PROD_ROLE, { prodTrust: root, extra: many });
    const { scene, goals } = hatDrawing(page);
    expect(scene.lines.filter((line) => line.to === 'hat').map((line) => line.overBroad)).toEqual([
      false,
      true,
      true,
      true,
      true,
    ]);
    expect(scene.boxes.find((box) => box.id === 'more wearers')?.label).toContain('6 more');
    expect(goals['more wearers']).toEqual({ kind: 'wearers' });
    expect(JSON.stringify(scene)).not.toMatch(/NaN|null,null|Infinity/);
    expect(hatDrawing(page)).toEqual(hatDrawing(page));
  });

  it.each([
    [1, 1, 260],
    [2, 1, 285],
    [16, 1, 360],
    [100_000, 1, 440],
    [0, 0, 260],
  ])('has a brim for %i who can and %i who need: %i px', (can, need, px) => {
    expect(brimWidth(can, need)).toBe(px);
  });
});
