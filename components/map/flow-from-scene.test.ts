// Scene to React Flow: sizes, order, what a click opens, and the verdict filter.
import { describe, expect, it } from 'vitest';
import { buildScene } from '@/lib/scene/build-scene';
import { analysisOf } from '@/lib/scene/pipeline.fixture';
import { checkout } from '@/lib/scene/samples.fixture';
import { actionOpener, nodesOf } from './flow-from-scene';

const BROKEN = 'Deploy-Prod/Deploy-Prod-use2';
const analysis = analysisOf(checkout);
const scene = buildScene(analysis, analysis.pipelines[0]?.arn ?? '', { selected: null });

describe('nodesOf', () => {
  const nodes = nodesOf(scene, null, { filter: 'any', find: '' });
  it('puts every box where the scene has it, with its size', () => {
    for (const box of scene.boxes) {
      const node = nodes.find((one) => one.id === box.id);
      expect(node).toMatchObject({ position: { x: box.x, y: box.y }, width: box.width, height: box.height });
    }
  });
  it('ends with the overlay, so that a reader comes to the edges after the cards', () => {
    expect(nodes.at(-1)).toMatchObject({ type: 'overlay', width: scene.width, height: scene.height });
  });
  it('lets nothing be dragged or deleted', () => {
    expect(nodes.every((node) => node.draggable === false && node.deletable === false)).toBe(true);
  });
  it('fades what the filter leaves out, but no frame', () => {
    const broken = nodesOf(scene, null, { filter: 'broken', find: '' });
    const fadeOf = (id: string | undefined) => {
      const node = broken.find((one) => one.id === id);
      return node?.type === 'overlay' || node?.type === 'lines' ? undefined : node?.data.fade;
    };
    expect(fadeOf(scene.boxes.find((box) => box.opens === 'Build/Package')?.id)).toBeLessThan(1);
    expect(fadeOf(scene.boxes.find((box) => box.opens === BROKEN)?.id)).toBe(1);
    expect(fadeOf('account:222222222222')).toBe(1);
  });
});

describe('lines', () => {
  it('are under the cards, each that is drawn, with the part of the drawing that it goes through', () => {
    const nodes = nodesOf(scene, null, { filter: 'any', find: '' });
    const lines = nodes.find((node) => node.type === 'lines');
    expect(lines?.zIndex).toBeLessThan(nodes.find((node) => node.type === 'card')?.zIndex ?? 0);
    const drawn = lines?.type === 'lines' ? lines.data.lines : [];
    expect(drawn).toHaveLength(
      scene.lines.filter((line) => line.parts.length + line.ringParts.length > 0).length,
    );
    for (const { line, part } of drawn)
      for (const { x, y } of line.points) {
        expect(x > part.left && x < part.right).toBe(true);
        expect(y > part.top && y < part.bottom).toBe(true);
      }
  });
});

describe('actionOpener', () => {
  const actionToOpen = (at: typeof scene, paths: readonly string[], selected: string | null) =>
    actionOpener(at, selected)(paths);
  const store = scene.boxes.find((box) => box.id === 'store:us-east-1')?.paths ?? [];
  it('stays with the selected action where it comes by', () => {
    expect(actionToOpen(scene, store, 'Build/Package')).toBe('Build/Package');
  });
  it('else takes the worst', () => {
    expect(actionToOpen(scene, store, null)).toBe(BROKEN);
  });
  it('opens nothing where no action comes by', () => {
    expect(actionToOpen(scene, [], null)).toBeNull();
  });
});
