import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import { turnedWorse } from '@/lib/analysis/turned';
import { parseSnapshot } from '@/lib/snapshot/parse-snapshot';
import { type PipelineRow, pipelineRows } from './pipeline-rows';
import { turnedMessage } from './turned-message';

const parsed = parseSnapshot(JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8')));
if (parsed.kind === 'problem') throw new Error(parsed.problem);
const now = pipelineRows(analyze(parsed.snapshot));

/** The same organisation on a day on which everything worked and nothing was too wide. */
const before = now.map((one): PipelineRow => ({ ...one, state: 'works', overBroad: false }));
const isWorse = ({ state, overBroad }: { state: string; overBroad: boolean }) =>
  state === 'broken' || overBroad;

test('what is broken or over-broad now and was not has turned', () => {
  const turned = turnedWorse(before, now).map(({ arn }) => arn);
  expect(turned).toEqual(now.filter(isWorse).map(({ arn }) => arn));
  expect(turned.length).toBeGreaterThan(0);
});

test('what was so before has not, nor what became better, nor what is new', () => {
  expect(turnedWorse(now, now)).toEqual([]);
  expect(turnedWorse(now, before)).toEqual([]);
  expect(turnedWorse([], now)).toEqual([]);
});

test('the message names the pipeline, its account and region, and why it is broken', () => {
  const turned = turnedWorse(before, now);
  const [former, latest] = [
    { id: 'a', takenAt: '2026-11-26T00:00:00.000Z' },
    { id: 'b', takenAt: '2026-11-27T00:00:00.000Z', rows: now },
  ];
  const message = turnedMessage(former, latest, turned);
  expect(message.pipelines).toHaveLength(turned.length);
  const broken = message.pipelines.find(({ name }) => name === 'checkout-service');
  expect(broken).toMatchObject({ before: { state: 'works' }, now: { state: 'broken' } });
  expect(message.text.split('\n')).toContainEqual(
    expect.stringMatching(/^• \*checkout-service\* \(acme-tools, [a-z0-9-]+\) is broken.* now: ./),
  );
  expect(message.text.split('\n')[0]).toContain(`turned for the worse since ${former.takenAt}`);
});
