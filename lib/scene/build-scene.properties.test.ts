// What holds for the drawing of any pipeline.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyPipeline } from './any-pipeline.fixture';
import { buildScene } from './build-scene';
import { analysisOf, type PipelineSpec } from './pipeline.fixture';
import type { Box, Scene } from './scene';
import { textWidth } from './text-metrics';

const RUNS = { numRuns: 40, seed: 20261124 };

function sceneOf(spec: PipelineSpec, selected: string | null): Scene {
  const analysis = analysisOf(spec);
  return buildScene(analysis, analysis.pipelines[0]?.arn ?? '', { selected });
}

function firstAction(spec: PipelineSpec): string {
  return `${spec.stages[0]?.name}/${spec.stages[0]?.actions[0]?.name}`;
}

const cardsOf = (scene: Scene): readonly Box[] => scene.boxes.filter((box) => box.shape === 'card');

describe('the drawing of any pipeline', { timeout: 120_000 }, () => {
  it('has nothing over anything else, nothing cut, nothing left out', () => {
    fc.assert(
      fc.property(anyPipeline, (spec) => {
        const scene = sceneOf(spec, null);
        checkCardsApart(scene);
        checkLinesAroundCards(scene);
        checkEveryHopHasAWay(scene);
        checkFaultsAreSeen(scene);
        checkNothingIsCut(scene);
      }),
      RUNS,
    );
  });

  it('moves nothing when something is selected, and is the same every time', () => {
    fc.assert(
      fc.property(anyPipeline, (spec) => {
        const scene = sceneOf(spec, firstAction(spec));
        checkNothingIsCut(scene);
        expect(placesIn(scene)).toEqual(placesIn(sceneOf(spec, null)));
        expect(JSON.stringify(sceneOf(spec, firstAction(spec)))).toBe(JSON.stringify(scene));
      }),
      { ...RUNS, numRuns: 10 },
    );
  });
});

function placesIn(scene: Scene): unknown {
  return {
    size: [scene.width, scene.height],
    boxes: scene.boxes.map(({ id, x, y, width, height }) => [id, x, y, width, height]),
    lines: scene.lines.map(({ id, points }) => ({ id, points })).sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

function checkCardsApart(scene: Scene): void {
  const cards = cardsOf(scene);
  for (const [i, a] of cards.entries())
    for (const b of cards.slice(i + 1)) if (overlap(a, b)) expect.fail(`${a.id} lies on ${b.id}`);
}

function checkLinesAroundCards(scene: Scene): void {
  for (const line of scene.lines)
    for (let i = 1; i < line.points.length; i += 1) {
      const a = line.points[i - 1] ?? { x: 0, y: 0 };
      const b = line.points[i] ?? { x: 0, y: 0 };
      if (a.x !== b.x && a.y !== b.y) expect.fail(`${line.id} runs askew`);
      const piece = {
        x: Math.min(a.x, b.x),
        y: Math.min(a.y, b.y),
        width: Math.abs(a.x - b.x),
        height: Math.abs(a.y - b.y),
      };
      for (const card of cardsOf(scene))
        if (through(piece, card)) expect.fail(`${line.id} runs through ${card.id}`);
    }
}

function checkEveryHopHasAWay(scene: Scene): void {
  const ids = new Set(cardsOf(scene).map((card) => card.id));
  for (const line of scene.lines)
    if (line.kind !== 'service' && line.from !== line.to && ids.has(line.to) && line.points.length < 2)
      expect.fail(`${line.id} has no way`);
}

function checkFaultsAreSeen(scene: Scene): void {
  for (const line of scene.lines)
    if (line.state !== 'works' && line.state !== 'neutral' && line.parts.length + line.ringParts.length === 0)
      expect.fail(`${line.id} is ${line.state} and not drawn`);
}

function checkNothingIsCut(scene: Scene): void {
  for (const box of scene.boxes) {
    if (box.x < 0 || box.y < 0) expect.fail(`${box.id} begins outside`);
    if (box.x + box.width > scene.width || box.y + box.height > scene.height)
      expect.fail(`${box.id} ends outside`);
    if (box.shape !== 'card') continue;
    for (const part of box.parts)
      if (
        part.kind === 'text' &&
        part.x + textWidth(part.text, part.font, part.size, part.weight) > box.width
      )
        expect.fail(`\`${part.text}\` does not fit into ${box.id}`);
  }
}

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Whether a stretch has a point strictly inside a rectangle. */
function through(piece: Rect, card: Rect): boolean {
  const inner = { x: card.x + 0.5, y: card.y + 0.5, width: card.width - 1, height: card.height - 1 };
  return (
    piece.x < inner.x + inner.width &&
    piece.x + piece.width > inner.x &&
    piece.y < inner.y + inner.height &&
    piece.y + piece.height > inner.y
  );
}
