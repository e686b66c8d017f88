// The drawing of the example organisation, and of the design's own pipeline.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import { buildScene } from './build-scene';
import { analysisOf } from './pipeline.fixture';
import { checkout, long, small } from './samples.fixture';
import type { Scene } from './scene';

const BROKEN = 'Deploy-Prod/Deploy-Prod-use2';

function sceneOf(spec: Parameters<typeof analysisOf>[0], selected: string | null): Scene {
  const analysis = analysisOf(spec);
  return buildScene(analysis, analysis.pipelines[0]?.arn ?? '', { selected });
}

function lineOf(scene: Scene, kind: string, path: string) {
  const line = scene.lines.find((one) => one.kind === kind && one.paths.includes(path));
  if (line === undefined) throw new Error(`no ${kind} line of ${path}`);
  return line;
}

const wordsOf = (scene: Scene): readonly string[] =>
  scene.texts.flatMap((part) => (part.kind === 'text' ? [part.full ?? part.text] : []));

describe('every pipeline of the example', () => {
  const analysis = analyze(JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8')));
  it.each(analysis.pipelines.map((pipeline) => [pipeline.arn.split(':').at(-1) ?? '', pipeline] as const))(
    '%s: each hop is on one line, each action on one card',
    (_, pipeline) => {
      const scene = buildScene(analysis, pipeline.arn, { selected: null });
      for (const { path, hops, state } of pipeline.paths) {
        const key = `${path.stage}/${path.action}`;
        const card = scene.boxes.filter((box) => box.opens === key);
        expect(card).toHaveLength(1);
        if (hops.length > 0) expect(card[0]?.state).toBe(state);
        for (const { hop } of hops) {
          const lines = scene.lines.filter(
            (line) => line.paths.includes(key) && line.id.endsWith(` ${hop.to}`) && line.kind !== 'wears',
          );
          expect(lines.length, hop.id).toBeGreaterThan(0);
        }
      }
    },
  );
});

describe('a broken decrypt across accounts', () => {
  const scene = sceneOf(checkout, BROKEN);
  const line = lineOf(scene, 'crypt', BROKEN);

  it('has a ring of two halves with the number of its hop', () => {
    expect(line.ring?.halves).toEqual(['works', 'broken']);
    expect(line.ring?.number).toBe(5);
  });
  it('is solid on the side that grants, dashed and interrupted on the side that does not', () => {
    const strokes = line.parts.flatMap((part) =>
      part.kind === 'path' ? [`${part.stroke} ${part.dash ?? 'solid'}`] : [],
    );
    expect(strokes).toContain('works solid');
    expect(strokes).toContain('broken 6 5');
  });
  it('is explained by a note and named by its verb', () => {
    expect(wordsOf(scene)).toEqual(
      expect.arrayContaining([
        'Decrypt is broken',
        'prod says yes,',
        'tools says nothing',
        'decrypts',
        'replicates',
      ]),
    );
  });
  it('is said in words', () => {
    expect(line.label).toBe(
      'Hop 5 of 7, Deploy-Prod-use2 decrypts artifacts-us-east-2 in tools: broken. prod says yes, tools says nothing',
    );
  });
  it('marks the key, which is at fault, and dims what is not on the path', () => {
    const key = scene.boxes.find((box) => box.id === 'key:us-east-2');
    expect(key?.parts).toContainEqual(expect.objectContaining({ kind: 'text', text: 'prod is not let in' }));
    expect(scene.boxes.find((box) => box.opens === 'Build/Package')?.opacity).toBe(0.66);
    expect(key?.opacity).toBe(1);
  });
  it('says which region the action works in', () => {
    expect(wordsOf(scene)).toContain('the action’s region');
  });
});

describe('without a selection', () => {
  const scene = sceneOf(checkout, null);
  it('a broken edge is not quiet', () => {
    expect(lineOf(scene, 'crypt', BROKEN).opacity).toBe(1);
    expect(lineOf(scene, 'access', BROKEN).opacity).toBeLessThan(1);
  });
  it('no note stands in the drawing and no ring has a number', () => {
    expect(wordsOf(scene).some((text) => text.includes('is broken'))).toBe(false);
    expect(scene.lines.every((line) => line.ring === null || line.ring.number === null)).toBe(true);
  });
});

describe('the frame of the drawing', () => {
  const scene = sceneOf(long, null);
  const labels = scene.boxes.map((box) => box.label);
  it('begins with the account of the pipeline and follows the stages', () => {
    expect(labels.filter((label) => label.startsWith('Account'))).toEqual([
      'Account acme-shared-tooling, 111111111111',
      'Account acme-development, 222222222222',
      'Account acme-staging, 333333333333',
      'Account acme-production, 444444444444, tier prod',
      'Account 999999999999, 999999999999, not scanned',
    ]);
  });
  it('heads the columns with the stages', () => {
    expect(wordsOf(scene)).toEqual(
      expect.arrayContaining(['Source', 'Unit-And-Integration-Tests', 'Partner']),
    );
  });
  it('lists in its legend what is there, and nothing else', () => {
    expect(scene.legend.map((entry) => entry.id)).toEqual(
      expect.arrayContaining(['broken', 'depends', 'unknown', 'broad', 'prod', 'unscanned', 'unmodelled']),
    );
    expect(sceneOf(small, null).legend.map((entry) => entry.id)).not.toContain('prod');
  });
  it('says of a provider that it is not modelled yet', () => {
    const card = scene.boxes.find((box) => box.opens === 'Smoke/Smoke');
    expect(card?.parts).toContainEqual(expect.objectContaining({ text: 'not modelled yet' }));
    expect(card?.state).toBe('unknown');
  });
});

it('an unknown selection selects nothing', () => {
  expect(sceneOf(checkout, 'no/such')).toEqual(sceneOf(checkout, null));
});
