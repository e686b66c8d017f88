// Two marked snapshots that are compared: under pseudonyms neither the graph nor the words hold a mark or an id, and say the same.
import { expect, it } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import { MARK, markedSnapshot } from '@/lib/analysis/redact/marked-snapshot.fixture';
import { redactBoth } from '@/lib/analysis/redact/redact-analysis';
import { diffMarkdown } from '@/lib/export/diff-markdown';
import { diffReport } from '@/lib/export/diff-report';
import { exporters } from '@/lib/export/formats/index';
import { compareScene } from '@/lib/scene/compare/compare-scene';
import { comparisonView } from '@/lib/scene/comparison-view';
import { diffText } from '@/lib/scene/diff-text';
import { printScene } from './print-scene';

const { snapshot, ids } = markedSnapshot();
const after = analyze(snapshot);
/** The same a day before, when no role had a policy of its own. */
const before = analyze({
  ...snapshot,
  id: 'zqmark-before',
  facts: snapshot.facts.map((fact) =>
    fact.kind === 'bucket-policy'
      ? { ...fact, data: { Policy: JSON.stringify({ Version: '2012-10-17', Statement: [] }) } }
      : fact,
  ),
});
const real = comparisonView(before, after);
const both = redactBoth(before, after);
const { view, comparison } = both.of(real);

function expectNothing(text: string): void {
  const at = MARK.exec(text)?.index;
  expect(at === undefined ? null : text.slice(Math.max(0, at - 60), at + 60)).toBeNull();
  expect(ids.filter((id) => text.includes(id))).toEqual([]);
}

it('the words of the difference, in every form', () => {
  expect(diffText(real.view).join('\n')).toMatch(MARK);
  expect(real.view.differs).toBe(true);
  for (const text of [
    diffText(view).join('\n'),
    diffMarkdown(view),
    JSON.stringify(diffReport(view, comparison)),
  ])
    expectNothing(text);
  expect(diffText(view)).toHaveLength(diffText(real.view).length);
});

it('the one graph of each pipeline that differs, in every text format', async () => {
  expect(real.comparison.pipelines.length).toBeGreaterThan(2);
  for (const { arn } of real.comparison.pipelines) {
    const plain = compareScene(before, after, real.comparison, arn);
    const scene = compareScene(both.before, both.after, comparison, both.text(arn));
    if (plain === null || scene === null) throw new Error('no drawing');
    const shape = (one: typeof scene) => one.lines.map(({ kind, state }) => `${kind} ${state}`).sort();
    expect(shape(scene)).toEqual(shape(plain));
    expect(scene.boxes).toHaveLength(plain.boxes.length);
    for (const exporter of exporters)
      if (exporter.load !== null)
        expectNothing(String(await printScene(exporter, scene, { theme: 'light' })));
  }
});
