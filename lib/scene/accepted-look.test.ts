import { describe, expect, it } from 'vitest';
import { acceptedOn } from '@/lib/analysis/accepted';
import { analyze } from '@/lib/analysis/analyze';
import { NOTHING_ACCEPTED, type Weighed } from '@/lib/findings/acceptance';
import { snapshotOf, trust } from '@/lib/model/snapshot.fixture';
import { PROD_ROLE, workingPipeline } from '@/lib/model/working-pipeline.fixture';
import { acceptedScene, acceptedUntil, withAcceptedActions, withAcceptedMarks } from './accepted-look';
import { actionLines } from './action-lines';
import { actionTrail } from './action-trail';
import { buildScene } from './build-scene';
import { mapOfAccounts } from './map-of-accounts';
import { rolePage } from './role-page';
import { hatDrawing } from './role-page-scene';
import { hatShelf } from './role-page-shelf';
import type { Scene } from './scene';
import { buildStack } from './stack/build-stack';

const ACTION = 'Prod/Deploy-Prod';
const analysis = analyze(snapshotOf(workingPipeline({ prodTrust: trust({ AWS: '*' }) })));
const arn = analysis.pipelines[0]?.arn ?? '';
const marking = analysis.findings.filter(({ marks }) => marks);

const accepting = (ids: readonly string[], today = '2026-12-31'): Weighed =>
  acceptedOn(
    analysis,
    ids.map((id) => ({
      risk: { kind: 'finding', id },
      reason: 'until the move',
      author: 'Ada',
      expires: '2026-12-31',
      where: '/srv/hatstack/hatstack-accepted.yaml:7',
    })),
    today,
  );
const all = accepting(marking.map(({ id }) => id));

const prodRole = analysis.inventory.roles.get(PROD_ROLE);
if (prodRole === undefined) throw new Error('the fixture has no prod role');
const page = rolePage(analysis, hatShelf(), prodRole);
const stack = buildStack(analysis, arn, ACTION);
if (stack === null) throw new Error('no stack');

const DRAWINGS: readonly (readonly [string, Scene])[] = [
  ['the graph', buildScene(analysis, arn, { selected: null })],
  [
    'the graph with boxes folded',
    buildScene(analysis, arn, { selected: null, folded: ['account:333333333333'] }),
  ],
  ['the stack of hats', stack],
  ['the map of accounts', mapOfAccounts(analysis).scene],
  ['the drawing of a role', hatDrawing(page).scene],
];

const yellow = (scene: Scene): number =>
  (JSON.stringify([scene.boxes, scene.lines]).match(/"(?:fill|stroke)":"broad"/g) ?? []).length;
const words = (scene: Scene) => scene.legend.map(({ id }) => id);

describe('a drawing in which somebody answers for what is over-broad', () => {
  it.each(DRAWINGS)('%s: has no yellow left, and keeps what shows the breadth', (_, scene) => {
    expect(yellow(scene)).toBeGreaterThan(0);
    const shown = acceptedScene(scene, all);
    expect(yellow(shown)).toBe(0);
    const rails = (one: Scene) => (JSON.stringify(one).match(/"broad-rail"/g) ?? []).length;
    expect(rails(shown)).toBeGreaterThanOrEqual(rails(scene));
    expect(shown.boxes.map(({ id, x, y }) => [id, x, y])).toEqual(
      scene.boxes.map(({ id, x, y }) => [id, x, y]),
    );
    if (words(scene).includes('broad')) {
      expect(words(shown)).toContain('broad-accepted');
      expect(words(shown)).not.toContain('broad');
    }
  });

  it.each(DRAWINGS)(
    '%s: is as it was once the acceptance has expired, and where nobody accepted',
    (_, scene) => {
      expect(
        acceptedScene(
          scene,
          accepting(
            marking.map(({ id }) => id),
            '2027-01-01',
          ),
        ),
      ).toBe(scene);
      expect(acceptedScene(scene, NOTHING_ACCEPTED)).toBe(scene);
    },
  );

  it('stays yellow as long as one finding behind the mark is open', () => {
    const scene = buildScene(analysis, arn, { selected: null });
    const boxes = scene.boxes.map((box) =>
      box.overBroad && box.marks !== undefined
        ? { ...box, marks: [...box.marks, 'another rule of it'] }
        : box,
    );
    const shown = acceptedScene({ ...scene, boxes }, all);
    expect(shown.boxes).toEqual(boxes);
    expect(words(shown)).toEqual(expect.arrayContaining(['broad', 'broad-accepted']));
  });

  it('says so to whoever cannot see it', () => {
    const shown = acceptedScene(buildScene(analysis, arn, { selected: null }), all);
    const wide = shown.boxes.filter(({ overBroad }) => overBroad);
    expect(wide.length).toBeGreaterThan(0);
    for (const { label } of wide) expect(label).toMatch(/, over-broad \(accepted\)$/);
  });
});

describe('withAcceptedMarks', () => {
  const id = `role-trusts-anyone ${PROD_ROLE}`;
  const trailOn = (today: string) => {
    const trail = actionTrail(analysis, arn, ACTION);
    if (trail === null) throw new Error('no such action');
    return withAcceptedMarks(
      trail,
      accepting(
        marking.map((one) => one.id),
        today,
      ),
    );
  };
  const said = (today: string) => trailOn(today).marks.find(({ finding }) => finding === id)?.accepted;

  it('keeps the mark and says who answers for it, until the last day', () => {
    expect(said('2026-12-31')).toBe('Accepted until 2026-12-31. Ada: until the move');
    expect(said('2027-01-01')).toBe('Counts again: the acceptance by Ada expired on 2026-12-31.');
  });

  it('tells of the path and its hops whether somebody answers for all of it', () => {
    const wide = (today: string) =>
      trailOn(today)
        .hops.filter(({ overBroad }) => overBroad)
        .map(({ accepted }) => accepted);
    expect(trailOn('2026-12-31').accepted).toBe(true);
    expect(new Set(wide('2026-12-31'))).toEqual(new Set([true]));
    expect(trailOn('2027-01-01').accepted).toBe(false);
    expect(new Set(wide('2027-01-01'))).toEqual(new Set([false]));
  });
});

it('withAcceptedActions: a line says accepted only where it is over-broad and all of it is accepted', () => {
  const lines = actionLines(analysis, arn);
  expect(withAcceptedActions(lines, NOTHING_ACCEPTED)).toBe(lines);
  for (const { overBroad, accepted } of withAcceptedActions(lines, all)) expect(accepted).toBe(overBroad);
});

it('acceptedUntil: the first day on which one of the acceptances ends', () => {
  expect(acceptedUntil(page, all)).toBe('2026-12-31');
  expect(acceptedUntil(page, NOTHING_ACCEPTED)).toBe(null);
});
