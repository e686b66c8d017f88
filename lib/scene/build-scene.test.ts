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
    const heads = scene.boxes.filter((box) => box.shape === 'head');
    expect(heads.map((box) => box.label)).toEqual(
      expect.arrayContaining(['Stage 1, Source, last run: Succeeded']),
    );
    expect(heads.map((box) => box.id)).toEqual(
      expect.arrayContaining(['stage:Unit-And-Integration-Tests', 'stage:Partner']),
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

describe('layers', () => {
  const analysis = analysisOf(checkout);
  const arn = analysis.pipelines[0]?.arn ?? '';
  const drawnKinds = (scene: Scene) =>
    new Set(
      scene.lines.filter((line) => line.parts.length > 0 && line.state !== 'broken').map((line) => line.kind),
    );

  it('without artifact flow only what is broken of it is drawn', () => {
    const scene = buildScene(analysis, arn, { selected: null, layers: ['hats'] });
    expect(drawnKinds(scene)).toEqual(new Set(['assumes', 'wears', 'service', 'passes']));
    expect(scene.lines.some((line) => line.kind === 'crypt' && line.parts.length > 0)).toBe(true);
    expect(scene.legend.map((entry) => entry.id)).not.toContain('flow');
  });
  it('without hats no hat is drawn, but for those where something is wrong', () => {
    const scene = buildScene(analysis, arn, { selected: null, layers: ['flow'] });
    expect(scene.boxes.filter((box) => box.kind === 'hat').every((box) => box.state !== 'works')).toBe(true);
    expect(drawnKinds(scene)).toEqual(new Set(['access', 'crypt', 'replicates', 'triggers']));
  });
  it('without the rings a broken edge is still cut in two', () => {
    const scene = buildScene(analysis, arn, { selected: null, layers: ['flow', 'hats'] });
    expect(scene.lines.every((line) => line.ringParts.length === 0 && line.ring === null)).toBe(true);
    const broken = scene.lines.find((line) => line.state === 'broken');
    expect(broken?.parts.map((part) => ('stroke' in part ? part.stroke : null))).toEqual(
      expect.arrayContaining(['works', 'broken']),
    );
  });
  it('the path in focus is drawn whole, whatever the layers', () => {
    const path = (layers: readonly ('flow' | 'decides' | 'hats')[]) =>
      buildScene(analysis, arn, { selected: BROKEN, layers })
        .lines.filter((line) => line.paths.includes(BROKEN))
        .map(({ id, ring }) => [id, ring?.number]);
    expect(path([]).sort()).toEqual(path(['flow', 'decides', 'hats']).sort());
  });
  it('no layer moves anything', () => {
    const places = (layers: readonly ('flow' | 'decides' | 'hats')[]) =>
      new Map(
        buildScene(analysis, arn, { selected: null, layers }).boxes.map(({ id, x, y }) => [id, `${x} ${y}`]),
      );
    const all = places(['flow', 'decides', 'hats']);
    for (const [id, at] of places([])) expect(at).toBe(all.get(id));
  });
  it('artifacts go from the store to who reads them, and from who writes them to the store', () => {
    const heads = (line: Scene['lines'][number] | undefined) =>
      (line?.parts ?? []).flatMap((part) =>
        part.kind === 'path' && part.fill !== undefined ? [part.d] : [],
      );
    const scene = buildScene(analysis, arn, { selected: null });
    const reads = scene.lines.find((line) => line.verb === 'reads');
    const start = reads?.points[0];
    expect(heads(reads)[0]).toMatch(new RegExp(`^M${start?.x} ${start?.y}L`));
    const copies = scene.lines.find((line) => line.kind === 'replicates');
    const end = copies?.points.at(-1);
    expect(heads(copies)[0]).toMatch(new RegExp(`^M${end?.x} ${end?.y}L`));
  });
});

describe('folding and hiding', () => {
  const analysis = analysisOf(checkout);
  const arn = analysis.pipelines[0]?.arn ?? '';

  it('a folded account is one card with counts and its worst state, and edges end at it', () => {
    const scene = buildScene(analysis, arn, { selected: null, folded: ['account:444444444444'] });
    const card = scene.boxes.find((box) => box.id === 'folded account:444444444444');
    expect(card?.label).toBe('Folded: 2 actions, 1 broken, 1 works, 2 more: broken, over-broad');
    expect(scene.boxes.some((box) => box.opens === BROKEN)).toBe(false);
    expect(scene.lines.filter((line) => line.from === card?.id && line.state === 'broken')).toHaveLength(1);
    expect(scene.folded).toEqual(['account:444444444444']);
    expect(scene.legend.map((entry) => entry.id)).toContain('folded');
  });
  it('the path of an action in a folded box can still be in focus', () => {
    const scene = buildScene(analysis, arn, { selected: BROKEN, folded: ['account:444444444444'] });
    expect(scene.boxes.find((box) => box.kind === 'folded')?.opacity).toBe(1);
    expect(scene.lines.some((line) => line.ring?.number === 5)).toBe(true);
  });
  it('regions and stages fold too', () => {
    const folded = ['region:111111111111/us-east-1', 'stage:Deploy-Prod'];
    const scene = buildScene(analysis, arn, { selected: null, folded });
    expect(scene.boxes.filter((box) => box.kind === 'folded').map((box) => box.id)).toEqual([
      'folded region:111111111111/us-east-1',
      'folded stage:Deploy-Prod region:444444444444/us-east-2',
      'folded stage:Deploy-Prod region:444444444444/eu-west-1',
    ]);
  });
  it('hides what works, and what then nobody needs', () => {
    const scene = buildScene(analysis, arn, { selected: null, hidden: 'what works' });
    expect(scene.boxes.flatMap((box) => box.opens ?? [])).toEqual([BROKEN]);
    expect(scene.boxes.some((box) => box.id === 'key:eu-west-1')).toBe(false);
    expect(scene.boxes.some((box) => box.id === 'key:us-east-2')).toBe(true);
  });
  it('never hides the action in focus', () => {
    const scene = buildScene(analysis, arn, { selected: BROKEN, hidden: 'deploy' });
    expect(scene.boxes.some((box) => box.opens === BROKEN)).toBe(true);
  });
});
