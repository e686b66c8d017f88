// No redacted file of the marked snapshot holds a mark or an id: every byte of every format is searched, and says what the real one says.
import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import { MARK, markedSnapshot } from '@/lib/analysis/redact/marked-snapshot.fixture';
import { redactAnalysis } from '@/lib/analysis/redact/redact-analysis';
import { exporters } from '@/lib/export/formats/index';
import { printSvg } from '@/lib/export/formats/svg';
import { actionKey } from '@/lib/scene/action-trail';
import { buildScene } from '@/lib/scene/build-scene';
import { mapOfAccounts } from '@/lib/scene/map-of-accounts';
import { redactedAction } from '@/lib/scene/redacted-view';
import type { Scene } from '@/lib/scene/scene';
import { buildStack } from '@/lib/scene/stack/build-stack';
import { printScene } from './print-scene';
import { readPdf } from './read-back.fixture';

const { snapshot, ids } = markedSnapshot();
const real = analyze(snapshot);
const redacted = redactAnalysis(real);

interface Pair {
  readonly name: string;
  readonly real: Scene;
  readonly redacted: Scene;
}

const PAIRS: readonly Pair[] = [
  ...real.pipelines.flatMap(({ arn, paths }): readonly Pair[] => {
    const own = redacted.text(arn);
    const keys = [null, ...paths.map(actionKey)];
    return keys.flatMap((key): readonly Pair[] => {
      const hidden = key === null ? null : redactedAction(key, redacted);
      const name = `${arn.split(':').at(-1)} ${key ?? ''}`;
      const graph = {
        name,
        real: buildScene(real, arn, { selected: key }),
        redacted: buildScene(redacted.analysis, own, { selected: hidden }),
      };
      if (key === null || hidden === null) return [graph];
      const [one, two] = [buildStack(real, arn, key), buildStack(redacted.analysis, own, hidden)];
      return one === null || two === null
        ? [graph]
        : [graph, { name: `${name} stack`, real: one, redacted: two }];
    });
  }),
  {
    name: 'map',
    real: mapOfAccounts(real, { all: true }).scene,
    redacted: mapOfAccounts(redacted.analysis, { all: true }).scene,
  },
  {
    name: 'map in groups',
    real: mapOfAccounts(real, {}).scene,
    redacted: mapOfAccounts(redacted.analysis, {}).scene,
  },
];

function expectNothing(text: string, where: string): void {
  expect(
    MARK.exec(text)?.input.slice(
      Math.max(0, (MARK.exec(text)?.index ?? 0) - 60),
      (MARK.exec(text)?.index ?? 0) + 60,
    ) ?? null,
    where,
  ).toBeNull();
  expect(
    ids.filter((id) => text.includes(id)),
    where,
  ).toEqual([]);
}

it('the marked snapshot is full of marks, and judged as the example is', () => {
  expect(ids.length).toBeGreaterThan(20);
  for (const { name, real: scene } of PAIRS) expect(printSvg(scene, { theme: 'light' }), name).toMatch(MARK);
  expect(real.pipelines.map(({ state }) => state)).toContain('broken');
});

it.each(PAIRS)('$name: says under pseudonyms what the real one says', ({ real: one, redacted: two }) => {
  const shape = (scene: Scene) => ({
    boxes: scene.boxes
      .map(({ kind, shape: form, state, overBroad }) => [kind, form, state, overBroad].join(' '))
      .sort(),
    lines: scene.lines
      .map(({ kind, verb, state, overBroad }) => [kind, verb, state, overBroad].join(' '))
      .sort(),
    legend: scene.legend.map(({ id }) => id),
  });
  expect(shape(two)).toEqual(shape(one));
});

it.each(PAIRS)('$name: no text format holds a mark or an id', async ({ name, redacted: scene }) => {
  for (const exporter of exporters) {
    if (exporter.load === null) continue;
    for (const pen of ['clean', 'hand'] as const)
      expectNothing(
        String(await printScene(exporter, scene, { theme: 'light', pen })),
        `${name} ${exporter.id} ${pen}`,
      );
  }
});

it.each(PAIRS.filter((_, index) => index % 7 === 0))(
  '$name: PDF and PNG hold none',
  async ({ name, redacted: scene }) => {
    for (const id of ['pdf', 'png']) {
      const exporter = exporters.find((one) => one.id === id);
      if (exporter === undefined) throw new Error(`no ${id}`);
      const bytes = Buffer.from(await printScene(exporter, scene, { theme: 'light', scale: 1 }));
      expectNothing(bytes.toString('latin1'), `${name} ${id}`);
      expectNothing(bytes.toString('utf16le'), `${name} ${id}`);
      if (id === 'png') continue;
      for (const stream of inflated(bytes)) expectNothing(stream, `${name} stream`);
      const { pages, info } = await readPdf(bytes);
      expectNothing(pages.flatMap(({ texts }) => texts).join(' '), `${name} words`);
      expectNothing(JSON.stringify(info), `${name} head`);
    }
  },
);

/** Every stream of a PDF, as it stands and taken out of its compression. */
function inflated(pdf: Buffer): readonly string[] {
  const found: string[] = [];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    const body = pdf.subarray(at + 7, pdf.indexOf('endstream', at + 7));
    try {
      found.push(inflateSync(body).toString('latin1'));
    } catch {
      found.push(body.toString('latin1'));
    }
  }
  return found;
}

it('pseudonyms are the same in every file of a snapshot, and no two things share one', () => {
  expect(redactAnalysis(real, []).mapping).toEqual(redacted.mapping);
  const names = Object.values(redacted.mapping);
  expect(new Set(names).size).toBe(names.length);
  expect(Object.keys(redacted.mapping).filter((pseudonym) => MARK.test(pseudonym))).toEqual([]);
});

it('the mapping turns a file back', () => {
  const [first] = PAIRS;
  const cards = (scene: Scene | undefined) =>
    scene?.boxes.filter(({ kind }) => kind === 'hat').map(({ id }) => id) ?? [];
  const back = cards(first?.redacted).map((id) =>
    id.replace(/\d{12}|role-\d+/g, (pseudonym) => redacted.mapping[pseudonym] ?? pseudonym),
  );
  expect(back.sort()).toEqual([...cards(first?.real)].sort());
});
