// The unsteady hand: always the same strokes, in the same places, saying the same words.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildScene } from '../build-scene';
import { analysisOf } from '../pipeline.fixture';
import { checkout } from '../samples.fixture';
import type { Primitive } from '../scene';
import { textWidth } from '../text-metrics';
import { flattenPath } from './flatten-path';
import { byHand, handDrawn } from './hand-drawn';
import { wobble } from './jitter';

const analysis = analysisOf(checkout);
const scene = buildScene(analysis, analysis.pipelines[0]?.arn ?? '', { selected: null });
const drawn = handDrawn(scene);
const numbersOf = (d: string): readonly number[] => (d.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);

describe('a scene drawn by hand', () => {
  it('is the same every time', () => {
    expect(JSON.stringify(handDrawn(scene))).toBe(JSON.stringify(drawn));
  });
  it('keeps every place, state and label', () => {
    const facts = (of: typeof scene) => [
      of.boxes.map(({ parts: _, middle: __, far: ___, ...rest }) => rest),
      of.lines.map(({ parts: _, ringParts: __, ...rest }) => rest),
    ];
    expect(facts(drawn)).toEqual(facts(scene));
  });
  it('keeps every word, and room for it', () => {
    const words = (parts: readonly Primitive[]) =>
      parts.flatMap((part) => (part.kind === 'text' ? [part.full ?? part.text] : []));
    scene.boxes.forEach((box, index) => {
      expect(words(drawn.boxes[index]?.parts ?? [])).toEqual(words(box.parts));
      for (const part of drawn.boxes[index]?.parts ?? [])
        if (part.kind === 'text' && box.shape === 'card')
          expect(part.x + textWidth(part.text, 'hand', part.size, 400)).toBeLessThanOrEqual(box.width + 8);
    });
  });
  it('strays nowhere further than a pen would', () => {
    const line = byHand([{ kind: 'path', d: 'M0 0H200V100', stroke: 'works', strokeWidth: 2 }], 'x');
    for (const part of line) {
      if (part.kind !== 'path') continue;
      const numbers = numbersOf(part.d);
      expect(Math.min(...numbers)).toBeGreaterThan(-2);
      expect(Math.max(...numbers)).toBeLessThan(202);
    }
  });
  it('draws a line twice and a dash once', () => {
    const solid = { kind: 'path', d: 'M0 0H200', stroke: 'works', strokeWidth: 2 } as const;
    expect(byHand([solid], 'x')).toHaveLength(2);
    expect(byHand([{ ...solid, dash: '6 5' }], 'x')).toHaveLength(1);
  });
});

describe('a path as points', () => {
  it.each([
    [
      'M1 2L3 4',
      [
        [
          { x: 1, y: 2 },
          { x: 3, y: 4 },
        ],
      ],
    ],
    [
      'M1 2h3v4z',
      [
        [
          { x: 1, y: 2 },
          { x: 4, y: 2 },
          { x: 4, y: 6 },
        ],
      ],
    ],
    [
      'M0 0L1 1M5 5l-1 -1',
      [
        [
          { x: 0, y: 0 },
          { x: 1, y: 1 },
        ],
        [
          { x: 5, y: 5 },
          { x: 4, y: 4 },
        ],
      ],
    ],
    [
      'M0 0 10 0 10 10',
      [
        [
          { x: 0, y: 0 },
          { x: 10, y: 0 },
          { x: 10, y: 10 },
        ],
      ],
    ],
  ] as const)('%s', (d, points) => {
    expect(flattenPath(d).map((one) => one.points)).toEqual(points);
  });
  it('a half circle keeps its distance from the middle', () => {
    for (const { x, y } of flattenPath('M-10 0A10 10 0 0 1 10 0')[0]?.points ?? [])
      expect(Math.hypot(x, y)).toBeCloseTo(10, 6);
  });
  it('ends where a number follows a closed path', () => {
    expect(flattenPath('M0 0L4 0Z5')).toEqual([
      {
        points: [
          { x: 0, y: 0 },
          { x: 4, y: 0 },
        ],
        isClosed: true,
      },
    ]);
    expect(flattenPath('z1')).toEqual([]);
  });
  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string(), (text) => void wobble(flattenPath(text)[0]?.points ?? [], false, 1)));
  });
});
