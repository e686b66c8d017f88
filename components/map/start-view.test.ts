// Where the map looks first, and how it steps aside.
import { describe, expect, it } from 'vitest';
import { buildScene } from '@/lib/scene/build-scene';
import { analysisOf } from '@/lib/scene/pipeline.fixture';
import { long, small } from '@/lib/scene/samples.fixture';
import { startView, stepAside, wholeView } from './start-view';

const room = { width: 992, height: 668 };
const sceneOf = (spec: Parameters<typeof analysisOf>[0]) => {
  const analysis = analysisOf(spec);
  return buildScene(analysis, analysis.pipelines[0]?.arn ?? '', { selected: null });
};

describe('startView', () => {
  it('shows a small pipeline whole, above legend and minimap', () => {
    const scene = sceneOf(small);
    const { x, y, zoom } = startView(scene, null, room);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y + scene.height * zoom).toBeLessThanOrEqual(room.height);
  });
  it('shows a huge pipeline from its beginning, large enough to read', () => {
    expect(startView(sceneOf(long), null, room)).toEqual({ x: 12, y: 12, zoom: 0.75 });
  });
  it('shows the selected action of a huge pipeline', () => {
    const scene = sceneOf(long);
    const key = 'Partner/Deploy-Partner';
    const view = startView(scene, key, room);
    const card = scene.boxes.find((box) => box.opens === key) ?? { x: 0, y: 0, width: 0, height: 0 };
    expect(view.zoom).toBeGreaterThanOrEqual(0.6);
    expect(card.x * view.zoom + view.x).toBeGreaterThan(0);
    expect((card.x + card.width) * view.zoom + view.x).toBeLessThan(room.width);
  });
});

describe('wholeView', () => {
  it('shows everything, however small that makes it', () => {
    const scene = sceneOf(long);
    expect(wholeView(scene, room).zoom * scene.height).toBeLessThanOrEqual(room.height);
  });
});

describe('stepAside', () => {
  const view = { x: 0, y: 0, zoom: 1 };
  it('does not move for a card that can be seen', () => {
    expect(stepAside(view, { x: 100, y: 100, width: 150, height: 48 }, room)).toEqual(view);
  });
  it('moves no further than needed', () => {
    expect(stepAside(view, { x: 900, y: 100, width: 150, height: 48 }, room)).toEqual({
      x: -82,
      y: 0,
      zoom: 1,
    });
  });
});
