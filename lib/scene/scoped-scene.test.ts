// The path of one action by itself: what belongs to it, where it stands in the whole.
import { expect, it } from 'vitest';
import { buildScene } from './build-scene';
import { analysisOf } from './pipeline.fixture';
import { checkout } from './samples.fixture';
import { pathOnly } from './scoped-scene';

const ACTION = 'Deploy-Prod/Deploy-Prod-use2';
const analysis = analysisOf(checkout);
const whole = buildScene(analysis, analysis.pipelines[0]?.arn ?? '', { selected: ACTION });
const part = pathOnly(whole, ACTION);

it('keeps cards and lines of the path, and the containers that hold them', () => {
  const ids = part.boxes.map(({ id }) => id);
  expect(ids).toContain(`action:${ACTION}`);
  expect(ids).toContain('key:us-east-2');
  expect(ids).toContain('account:444444444444');
  expect(ids).not.toContain('action:Build/Package');
  expect(ids).not.toContain('account:222222222222');
  expect(part.lines.length).toBeGreaterThan(3);
  for (const { paths, from, to } of part.lines) {
    expect(paths).toContain(ACTION);
    expect(ids).toEqual(expect.arrayContaining([from, to]));
  }
});

it('leaves everything where it is', () => {
  const places = new Map(whole.boxes.map((box) => [box.id, [box.x, box.y]]));
  for (const box of part.boxes) expect([box.x, box.y]).toEqual(places.get(box.id));
  expect([part.width, part.height]).toEqual([whole.width, whole.height]);
});
