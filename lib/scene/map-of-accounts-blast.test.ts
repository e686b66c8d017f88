import { describe, expect, it } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import { allow, DEV, HUB, PROD, role, snapshotOf, trust } from '@/lib/model/snapshot.fixture';
import { PROD_ROLE, workingPipeline } from '@/lib/model/working-pipeline.fixture';
import { policyShelf } from '@/lib/verdict/policy-shelf';
import { mapOfAccounts } from './map-of-accounts';
import { blastOf } from './map-of-accounts-blast';
import { reachEnd } from './reach-ends';
import { judgedFor } from './reach-view';

const STRANGER = '444444444444';
const developer = role(
  DEV,
  'developer',
  trust({ Service: 'ec2.amazonaws.com' }),
  allow('sts:AssumeRole', `arn:aws:iam::${STRANGER}:role/vault`),
);
const analysis = analyze(snapshotOf(workingPipeline({ extra: [developer] })));
const judged = judgedFor(analysis, policyShelf());

function drawn(from: string | null, to: string | null) {
  const ends = [from, to].map((one) => (one === null ? null : reachEnd(judged, one)));
  return mapOfAccounts(analysis, { blast: blastOf(judged, ends[0] ?? null, ends[1] ?? null) });
}

describe('the blast radius on the map', () => {
  it('brings out the accounts that are reached and the lines between them, and dims the rest', () => {
    const { scene } = drawn(`${HUB}.shop-pipeline`, null);
    const lit = scene.boxes.filter(({ kind, opacity }) => kind !== 'count' && opacity === 1);
    expect(lit.map(({ id }) => id).sort()).toEqual([HUB, DEV, PROD]);
    expect(scene.lines.filter(({ opacity }) => opacity === 1).map(({ id }) => id)).toContain(
      `${HUB} → ${PROD} blast`,
    );
    expect(scene.lines.filter(({ id }) => !id.endsWith('blast')).every(({ opacity }) => opacity < 0.2)).toBe(
      true,
    );
    expect(scene.description).toContain(`from ${HUB} to ${PROD}: 1 hat`);
  });

  it('draws a card for an account that no pipeline touches, and says that it cannot be told', () => {
    const { scene } = drawn(DEV, null);
    expect(scene.boxes.find(({ id }) => id === STRANGER)?.opacity).toBe(1);
    const line = scene.lines.find(({ id }) => id === `${DEV} → ${STRANGER} blast`);
    expect([line?.state, line?.label]).toEqual([
      'unknown',
      `from ${DEV} to ${STRANGER}: 1 hat, cannot be told`,
    ]);
  });

  it('says what it shows, and marks where it begins and no other card', () => {
    const { scene } = drawn(DEV, null);
    expect(scene.title).toBe(`What is reached from ${DEV}`);
    expect(scene.boxes.filter(({ selected }) => selected).map(({ id }) => id)).toEqual([DEV]);
    const said = scene.boxes.filter(({ parts }) => JSON.stringify(parts).includes('"Here"'));
    expect(said.map(({ id, label }) => [id, label.endsWith(', here')])).toEqual([[DEV, true]]);
  });

  it('shows who comes to a hat in the same way', () => {
    const { scene } = drawn(null, PROD_ROLE);
    const lines = scene.lines.filter(({ opacity }) => opacity === 1);
    expect(lines.map(({ id }) => id)).toEqual([`${HUB} → ${PROD} blast`]);
    expect(scene.boxes.find(({ id }) => id === DEV)?.opacity).toBeLessThan(1);
  });

  it('is the same each time, and has a place for every line', () => {
    const once = drawn(DEV, null).scene;
    expect(drawn(DEV, null).scene).toEqual(once);
    expect(JSON.stringify(once)).not.toMatch(/NaN|Infinity/);
  });

  it('leaves the map alone where nobody asks', () => {
    const { scene } = mapOfAccounts(analysis);
    expect([...scene.boxes, ...scene.lines].every(({ opacity }) => opacity === 1)).toBe(true);
  });
});
