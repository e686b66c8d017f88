// What holds for the drawing of any pipeline.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyPipeline } from './any-pipeline.fixture';
import { buildScene } from './build-scene';
import { analysisOf } from './pipeline.fixture';
import type { PipelineSpec } from './pipeline-spec.fixture';
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

  it('holds too when boxes are folded and things are hidden', () => {
    fc.assert(
      fc.property(anyPipeline, fc.nat(), (spec, pick) => {
        const analysis = analysisOf(spec);
        const arn = analysis.pipelines[0]?.arn ?? '';
        const whole = buildScene(analysis, arn, { selected: null });
        const folded = whole.boxes
          .filter((box) => box.foldAt !== undefined)
          .flatMap((box, index) => ((pick >> (index % 20)) & 1 ? [box.id] : []));
        const hidden = ['', 'what works', 'deploy', 'key'][pick % 4] ?? '';
        const scene = buildScene(analysis, arn, { selected: null, folded, hidden });
        checkCardsApart(scene);
        checkLinesAroundCards(scene);
        checkNothingIsCut(scene);
        checkFaultsAreSeen(scene);
        const ids = new Set(whole.boxes.filter((box) => box.shape === 'card').map((box) => box.id));
        for (const box of cardsOf(scene)) if (box.kind !== 'folded') expect(ids).toContain(box.id);
      }),
      RUNS,
    );
  });

  it('never lays words over cards, rings or other words', () => {
    fc.assert(
      fc.property(anyPipeline, (spec) => {
        checkWordsApart(sceneOf(spec, firstAction(spec)));
      }),
      RUNS,
    );
  });

  it('keeps parallel edges of different kinds apart', () => {
    fc.assert(
      fc.property(anyPipeline, (spec) => {
        checkParallelsApart(sceneOf(spec, null));
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

/** Verbs and notes of the path in focus. A note has a plate, its words lie on it. */
function checkWordsApart(scene: Scene): void {
  const plates = scene.texts.flatMap((part) =>
    part.kind === 'rect' && part.stroke !== undefined ? [part] : [],
  );
  const verbs = scene.texts.flatMap((part) => {
    if (part.kind !== 'text') return [];
    const width = textWidth(part.text, part.font, part.size, part.weight);
    const left = part.anchor === 'middle' ? part.x - width / 2 : part.x;
    const rect = { x: left, y: part.y - part.size * 0.75, width, height: part.size * 0.9, text: part.text };
    return plates.some((plate) => overlap(plate, rect)) ? [] : [rect];
  });
  for (const [i, a] of verbs.entries()) {
    for (const b of verbs.slice(i + 1)) if (overlap(a, b)) expect.fail(`\`${a.text}\` lies on \`${b.text}\``);
    for (const card of cardsOf(scene))
      if (card.kind !== 'service' && overlap(a, card)) expect.fail(`\`${a.text}\` lies on ${card.id}`);
    for (const { ring, id } of scene.lines)
      if (ring !== null && overlap(a, { x: ring.x - 9, y: ring.y - 9, width: 18, height: 18 }))
        expect.fail(`\`${a.text}\` lies on the ring of ${id}`);
  }
}

/** Stretches of edges that say different things are never on one another. */
function checkParallelsApart(scene: Scene): void {
  const stretches = scene.lines.flatMap((line) =>
    line.points.slice(1).flatMap((b, i) => {
      const a = line.points[i];
      if (a === undefined) return [];
      const isLevel = a.y === b.y;
      const low = isLevel ? Math.min(a.x, b.x) : Math.min(a.y, b.y);
      const high = isLevel ? Math.max(a.x, b.x) : Math.max(a.y, b.y);
      return [{ line, isLevel, at: isLevel ? a.y : a.x, low, high }];
    }),
  );
  for (const [i, a] of stretches.entries())
    for (const b of stretches.slice(i + 1)) {
      if (a.line === b.line || a.isLevel !== b.isLevel || a.at !== b.at) continue;
      const shared = Math.min(a.high, b.high) - Math.max(a.low, b.low);
      const isTrunk = a.line.kind === b.line.kind && (a.line.from === b.line.from || a.line.to === b.line.to);
      if (shared > 1 && !isTrunk) expect.fail(`${a.line.id} lies on ${b.line.id}`);
    }
}
