import { describe, expect, it } from 'vitest';
import type { State } from '@/lib/verdict/judgement';
import { APPS, analysisOfApp } from './apps.fixture';
import { container } from './container.fixture';
import { crossRegion } from './cross-region.fixture';
import { manyActions } from './many-actions.fixture';

/** What does not simply work although the CDK grants it, and why that is the truth. */
const OTHERWISE: {
  readonly [action: string]: { readonly state: State; readonly says: RegExp; readonly because: string };
} = {
  'many-actions Source/Ours': {
    state: 'unknown',
    says: /pages disagree whether codestar-connections:UseConnection is enough/,
    because:
      'The CDK grants codestar-connections:UseConnection on the ARN of a connection of codeconnections; one page of AWS wants the prefixes to agree, another wants the old prefix.',
  },
  'many-actions Check/Build': {
    state: 'unknown',
    says: /pages disagree whether codestar-connections:UseConnection is enough/,
    because: 'The build clones the repository itself, with the same grant.',
  },
  'connection Source/Fetch': {
    state: 'unknown',
    says: /the connection \S+ was not read/,
    because: 'A template says nothing of whether a connection is finished.',
  },
};

describe.each(APPS)('the pipelines of $name', (app) => {
  const analysis = analysisOfApp(app);
  const paths = analysis.pipelines.flatMap((pipeline) => pipeline.paths);

  it('are there, and are understood whole', () => {
    expect(analysis.inventory.problems).toEqual([]);
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.filter(({ path }) => !path.modelled)).toEqual([]);
  });

  it('work as the CDK made them, but for what is argued', () => {
    const found = paths.map(({ path, state }) => [`${app.name} ${path.stage}/${path.action}`, state]);
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(found.map(([name]) => [name, OTHERWISE[String(name)]?.state ?? 'works'])),
    );
  });

  it('say why where they do not', () => {
    for (const { path, worst } of paths) {
      const expected = OTHERWISE[`${app.name} ${path.stage}/${path.action}`];
      if (expected === undefined) continue;
      const reasons = [
        ...(worst?.needs ?? []).flatMap(({ notScanned, decision }) => [...notScanned, ...decision.caveats]),
        ...(worst?.hop.faults ?? []).map(({ sentence }) => sentence),
      ];
      expect(reasons.join('\n')).toMatch(expected.says);
    }
  });
});

it.each([
  { app: crossRegion, action: 'Fetch', source: 'aws.s3' },
  { app: manyActions, action: 'Theirs', source: 'aws.codecommit' },
  { app: container, action: 'Image', source: 'aws.ecr' },
])('a rule of EventBridge starts the pipeline of $app.name when $action has changed', (one) => {
  const { inventory, pipelines } = analysisOfApp(one.app);
  const triggers = pipelines
    .flatMap(({ paths }) => paths)
    .filter(({ path }) => path.action === one.action)
    .flatMap(({ hops }) =>
      hops.filter(({ hop }) => hop.kind === 'triggers' && !hop.to.startsWith('event-bus:')),
    );
  expect([...inventory.eventRules.values()].flatMap(({ sources }) => sources)).toContain(one.source);
  expect(triggers.map(({ state, needs }) => [state, needs.map(({ verdict }) => verdict)])).toEqual([
    ['works', ['allowed']],
  ]);
});

it('a rule that passes events on to another account without a role, as the CDK writes it, is warned of', () => {
  const faults = analysisOfApp(manyActions)
    .pipelines.flatMap(({ paths }) => paths.flatMap(({ hops }) => hops))
    .flatMap(({ hop }) => (hop.kind === 'triggers' && hop.to.startsWith('event-bus:') ? hop.faults : []));
  expect(faults.map(({ rule, certain }) => [rule, certain])).toEqual([['event-rule-without-role', false]]);
});

it('every argued exception names an action that there is', () => {
  const actions = APPS.flatMap((app) =>
    analysisOfApp(app).pipelines.flatMap((pipeline) =>
      pipeline.paths.map(({ path }) => `${app.name} ${path.stage}/${path.action}`),
    ),
  );
  expect(Object.keys(OTHERWISE).filter((name) => !actions.includes(name))).toEqual([]);
});
