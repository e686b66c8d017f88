// The SVG file, read again by a parser that knows nothing of us.
import { readFileSync } from 'node:fs';
import { DOMParser, type Element } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import { buildScene } from '@/lib/scene/build-scene';
import { fixtureScene } from '@/lib/scene/drawings.fixture';
import type { PipelineSpec } from '@/lib/scene/pipeline-spec.fixture';
import { checkout } from '@/lib/scene/samples.fixture';
import type { Scene } from '@/lib/scene/scene';
import { THEMES } from '@/lib/scene/theme';
import { printSvg } from './svg';

const example = analyze(JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8')));

function sampleScene(pipeline: string, selected: string | null): Scene {
  const arn = example.pipelines.find((one) => one.arn.endsWith(`:${pipeline}`))?.arn ?? '';
  return buildScene(example, arn, { selected });
}

/** Fails on anything that is not well-formed. */
function parse(svg: string): Element {
  const problems: string[] = [];
  const document = new DOMParser({
    onError: (level, message) => problems.push(`${level}: ${message}`),
  }).parseFromString(svg, 'image/svg+xml');
  expect(problems).toEqual([]);
  const root = document.documentElement;
  if (root === null) throw new Error('no root element');
  return root;
}

const all = (root: Element, tag: string): readonly Element[] => [...root.getElementsByTagName(tag)];
const withAttribute = (root: Element, name: string): readonly Element[] =>
  all(root, 'g').filter((one) => one.hasAttribute(name));
const textOf = (element: Element): string => (element.lastChild?.nodeValue ?? '').trim();

describe('the file, parsed again', () => {
  const scene = fixtureScene(checkout, { selected: 'Deploy-Prod/Deploy-Prod-use2' });
  const svg = printSvg(scene, { theme: 'light' });
  const root = parse(svg);

  it('has every box and every line that is drawn, by its id', () => {
    expect(
      withAttribute(root, 'data-id')
        .map((one) => one.getAttribute('data-id'))
        .sort(),
    ).toEqual(scene.boxes.map((box) => box.id).sort());
    const drawn = scene.lines.filter((line) => line.parts.length + line.ringParts.length > 0);
    expect(withAttribute(root, 'data-state')).toHaveLength(drawn.length);
  });
  it('says of every box and line what it is', () => {
    const labels = all(root, 'g').flatMap((one) => one.getAttribute('aria-label') ?? []);
    for (const box of scene.boxes) expect(labels).toContain(box.label);
  });
  it('holds every name as text that can be selected', () => {
    const texts = all(root, 'text').map(textOf);
    for (const part of [...scene.texts, ...scene.boxes.flatMap((box) => box.parts)])
      if (part.kind === 'text') expect(texts).toContain(part.text.trim());
  });
  it('has title, description, legend and the time of the snapshot', () => {
    expect(textOf(all(root, 'title')[0] as Element)).toBe('checkout-service: broken');
    expect(textOf(all(root, 'desc')[0] as Element)).toContain('23 Nov 2026, 04:06 UTC');
    const legend = all(root, 'g').find((one) => one.getAttribute('id') === 'legend');
    expect(legend === undefined ? [] : all(legend, 'text').map(textOf)).toEqual(
      scene.legend.map((one) => one.word),
    );
  });
  it('has no id twice', () => {
    const ids = all(root, '*').flatMap((one) => one.getAttribute('id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });
  it('needs nothing from outside', () => {
    expect(svg.match(/(?:href|src)=|url\((?!#)|@import|<style|<script/g)).toBeNull();
    expect(svg.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:/);
  });
});

describe('every pipeline of the example', () => {
  const cases = example.pipelines.flatMap(({ arn, paths }) =>
    [null, ...paths.map(({ path }) => `${path.stage}/${path.action}`)].map(
      (selected) => [arn.split(':').at(-1) ?? '', selected ?? 'nothing selected', arn, selected] as const,
    ),
  );
  it.each(cases)('%s, %s: is well-formed and holds every card', (_, __, arn, selected) => {
    const scene = buildScene(example, arn, { selected });
    const ids = withAttribute(parse(printSvg(scene, { theme: 'dark' })), 'data-id');
    expect(ids).toHaveLength(scene.boxes.length);
  });
});

it.each(['light', 'dark'] as const)('%s: only colours of that theme', (theme) => {
  const svg = printSvg(sampleScene('checkout-service', null), { theme });
  const values = new Set(Object.values(THEMES[theme]));
  expect([...new Set(svg.match(/#[0-9a-f]{6}\b/g) ?? [])].filter((colour) => !values.has(colour))).toEqual(
    [],
  );
});

it('hostile names survive', () => {
  const name = `<b>&"'👩‍🚀 תפקיד ]]>`;
  const spec: PipelineSpec = {
    name,
    accounts: [{ id: '111111111111', name }],
    region: 'us-east-1',
    stages: [
      {
        name,
        actions: [
          {
            name: `x${name}`,
            provider: name,
            account: 0,
            region: 'us-east-1',
            role: `r${name}`,
            source: name,
          },
        ],
      },
    ],
  };
  const scene = fixtureScene(spec, { selected: null });
  const root = parse(printSvg(scene, { theme: 'dark' }));
  expect(textOf(all(root, 'title')[0] as Element)).toBe(`${name}: works`);
  const labels = all(root, 'g').flatMap((one) => one.getAttribute('aria-label') ?? []);
  expect(labels.some((label) => label.includes(`x${name}`))).toBe(true);
  expect(labels).toContain(`Account ${name}, 111111111111`);
});
