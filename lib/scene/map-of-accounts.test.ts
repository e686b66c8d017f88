import { describe, expect, it } from 'vitest';
import { organization } from '@/bench/organization';
import { analyze } from '@/lib/analysis/analyze';
import { printSvg } from '@/lib/export/formats/svg';
import { DEV, HUB, PROD, role, snapshotOf, trust } from '@/lib/model/snapshot.fixture';
import { workingPipeline } from '@/lib/model/working-pipeline.fixture';
import { mapOfAccounts } from './map-of-accounts';
import { layOutMap } from './map-of-accounts-layout';
import { reachWidth } from './map-of-accounts-lines';
import { mapPlan } from './map-of-accounts-plan';
import type { Box } from './scene';

const analysisOf = (...changes: Parameters<typeof workingPipeline>) =>
  analyze(snapshotOf(workingPipeline(...changes)));
const cardsOf = (boxes: readonly Box[]) => boxes.filter((box) => box.kind !== 'count');
const overlaps = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('the map of accounts', () => {
  it('has the pipeline account in the middle and what it reaches at the right, in stage order', () => {
    const { scene } = mapOfAccounts(analysisOf({}));
    const [hub, dev, prod] = [HUB, DEV, PROD].map((id) => scene.boxes.find((box) => box.id === id));
    expect(hub?.kind).toBe('hub');
    expect(dev?.x).toBeGreaterThan(hub?.x ?? 0);
    expect(prod?.x).toBe(dev?.x);
    expect(dev?.y).toBeLessThan(prod?.y ?? 0);
    expect(scene.lines.map(({ from, to, state }) => [from, to, state])).toEqual([
      [HUB, DEV, 'works'],
      [HUB, PROD, 'works'],
    ]);
  });

  it('marks the line by the worst state and counts the pipelines on it', () => {
    const analysis = analysisOf({ prodTrust: trust({ AWS: `arn:aws:iam::${HUB}:role/somebody-else` }) });
    const { scene, goals } = mapOfAccounts(analysis);
    const line = scene.lines.find((one) => one.to === PROD);
    expect(line?.state).toBe('broken');
    expect(line?.label).toMatch(/1 pipeline, 1 broken$/);
    const pill = scene.boxes.find((box) => box.id === `count ${HUB} ${PROD}`);
    expect(pill?.state).toBe('broken');
    expect(goals[pill?.id ?? '']).toEqual({ kind: 'pipelines', find: PROD, state: 'broken' });
  });

  it('lays a band under a line that an over-broad hat takes', () => {
    const { scene } = mapOfAccounts(analysisOf({ prodTrust: trust({ AWS: `arn:aws:iam::${HUB}:root` }) }));
    const line = scene.lines.find((one) => one.to === PROD);
    expect(line?.overBroad).toBe(true);
    expect(line?.parts.slice(0, 2).map((part) => 'stroke' in part && part.stroke)).toEqual([
      'broad-rail',
      'broad',
    ]);
  });

  it('draws an account that trust policies name and nobody scanned', () => {
    const stranger = '999999999999';
    const extra = [role(HUB, 'guest', trust({ AWS: `arn:aws:iam::${stranger}:role/audit` }))];
    const { scene, goals } = mapOfAccounts(analysisOf({ extra }));
    const card = scene.boxes.find((box) => box.id === stranger);
    expect(card?.label).toContain('not scanned');
    expect(card?.label).toContain('named in 1 trust policy');
    expect(goals[stranger]).toEqual({ kind: 'role', arn: `arn:aws:iam::${HUB}:role/guest` });
    expect(scene.lines.find((line) => line.from === stranger)?.state).toBe('unknown');
  });

  it('is the same to the byte, as a file too', () => {
    const print = () => printSvg(mapOfAccounts(analysisOf({})).scene, { theme: 'light' });
    expect(print()).toBe(print());
    expect(print()).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('is empty without pipelines', () => {
    const { scene } = mapOfAccounts(analyze(snapshotOf([])));
    expect(scene.boxes).toEqual([]);
    expect(scene.lines).toEqual([]);
    expect(Number.isFinite(scene.height)).toBe(true);
  });
});

describe('sixty accounts', () => {
  const analysis = analyze(
    organization({ accounts: 60, rolesPerAccount: 4, pipelines: 60, actionsPerPipeline: 6, regions: 3 }),
  );

  it('are gathered into groups that fit, and nothing lies on anything', () => {
    const { scene, folded } = mapOfAccounts(analysis);
    const cards = cardsOf(scene.boxes);
    expect(cards.length).toBeLessThan(24);
    expect(folded).toBeGreaterThan(30);
    expect(cards.some((box) => box.kind === 'group' && /\d+ accounts/.test(box.label))).toBe(true);
    for (const [place, box] of scene.boxes.entries())
      for (const other of scene.boxes.slice(place + 1)) expect(overlaps(box, other)).toBe(false);
    for (const box of scene.boxes) {
      expect(box.x + box.width).toBeLessThanOrEqual(scene.width);
      expect(box.y + box.height).toBeLessThanOrEqual(scene.height);
    }
  });

  it('stand one by one below the group that is opened, the worst first, and the rest is counted', () => {
    const closed = mapOfAccounts(analysis);
    const largest = closed.scene.boxes.find(
      (box) => box.kind === 'group' && /[2-5]\d accounts/.test(box.label),
    );
    const goal = closed.goals[largest?.id ?? ''];
    expect(goal).toEqual({ kind: 'open', group: largest?.id });
    const { scene, goals, folded } = mapOfAccounts(analysis, { open: largest?.id ?? null });
    expect(goals[largest?.id ?? '']).toEqual({ kind: 'open', group: null });
    expect(folded).toBeLessThan(closed.folded);
    const more = scene.boxes.find((box) => box.kind === 'more');
    expect(more?.label).toMatch(/^\d+ more/);
    expect(goals[more?.id ?? '']).toEqual({ kind: 'accounts' });
    for (const [place, box] of scene.boxes.entries())
      for (const other of scene.boxes.slice(place + 1)) expect(overlaps(box, other)).toBe(false);
  });

  it('are all drawn where all are asked for, and no pipeline is lost by folding', () => {
    expect(mapOfAccounts(analysis, { all: true }).folded).toBe(0);
    const plan = mapPlan(analysis);
    const all = (reaches: typeof plan.reaches) => new Set(reaches.flatMap((one) => [...one.pipelines]));
    for (const open of [null, 'group Work', 'group of nobody'])
      expect(all(layOutMap(plan, { all: false, open }).reaches)).toEqual(all(plan.reaches));
    expect(all(plan.reaches).size).toBe(60);
  });
});

it.each([
  [1, 2],
  [4, 2.5],
  [40, 7.91],
  [400, 12],
])('%i pipelines make a line of %f px', (pipelines, px) => {
  expect(reachWidth(pipelines)).toBe(px);
});
