// Every action that does not simply work has one line for whoever is on call: which role, which policy, whose account.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkReport } from '@/lib/export/check-report';
import { arnAccount, arnName } from '@/lib/names/arn';
import { actionKey, actionTrail } from '@/lib/scene/action-trail';
import { explainText } from '@/lib/scene/check-text';
import { accountName } from '@/lib/scene/naming';
import { plain } from '@/lib/scene/words';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { decidingNeed, tellingNeed } from '@/lib/verdict/judge-hop';
import type { JudgedNeed, JudgedPath, JudgedPipeline } from '@/lib/verdict/judgement';
import type { Analysis } from './analysis';
import { analyze } from './analyze';
import { DETECTED } from './failure-modes/register.fixture';

const EXAMPLE = JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8')) as Snapshot;
const SNAPSHOTS: readonly (readonly [name: string, snapshot: Snapshot])[] = [
  ['the example', EXAMPLE],
  ...DETECTED.flatMap((entry) => [
    [entry.id, entry.fires] as const,
    ...('never' in entry.cannotTell ? [] : [[`${entry.id}, refused`, entry.cannotTell] as const]),
  ]),
];

/** What a denial by each layer has to be called. */
const LAYERS: readonly (readonly [by: RegExp, words: RegExp])[] = [
  [/^identity$/, /its own policies/],
  [/^boundary$/, /permissions boundary/],
  [/^scp$/, /SCP/],
  [/^rcp$/, /RCP/],
  [/^resource$/, /(trust|key|bucket|repository|topic|function|resource) policy|no role of this name/],
  [/^explicit-deny$/, /denies it/],
];

interface Told {
  readonly analysis: Analysis;
  readonly judged: JudgedPipeline;
  readonly path: JudgedPath;
  readonly answer: string;
}

function told(snapshot: Snapshot): readonly Told[] {
  const analysis = analyze(snapshot);
  return analysis.pipelines.flatMap((judged) =>
    judged.paths
      .filter(({ state }) => state !== 'works')
      .map((path) => ({
        analysis,
        judged,
        path,
        answer: plain(actionTrail(analysis, judged.arn, actionKey(path))?.answer ?? []),
      })),
  );
}

/** The need that the answer speaks of, where it is one and no fault of the shape. */
function needOf({ worst, state }: JudgedPath): JudgedNeed | null {
  if (worst === null) return null;
  const need = tellingNeed(worst);
  const isFault = worst.hop.faults.some((fault) => fault.certain || fault.leavesOpen);
  if (need === undefined) return null;
  return isFault && !(state === 'broken' && need.verdict === 'denied') ? null : need;
}

describe.each(SNAPSHOTS)('the answers of %s', (_, snapshot) => {
  const all = told(snapshot);

  it('are one line, which every printer prints alike', () => {
    for (const { analysis, judged, path, answer } of all) {
      expect(answer).toMatch(/^[^\n]{20,420}[.…]$/);
      expect(answer).not.toMatch(/undefined|null|NaN|\?’s/);
      const printed = explainText(analysis, judged.arn, actionKey(path)) ?? [];
      expect(printed.map((line) => line.replaceAll('`', ''))).toContain(answer.replaceAll('`', ''));
      const action = checkReport(analysis, [judged]).pipelines[0]?.actions.find(
        ({ stage, action }) => stage === path.path.stage && action === path.path.action,
      );
      expect(action?.answer).toBe(answer);
    }
  });

  it('name the role and its account', () => {
    for (const { analysis, path, answer } of all) {
      const principal = needOf(path)?.need.principal;
      if (principal === undefined || principal.kind !== 'role') continue;
      expect(answer).toContain(arnName(principal.arn));
      expect(answer).toContain(`${accountName(analysis.inventory, arnAccount(principal.arn))}’s`);
      expect(answer).toMatch(/’s [a-z ]*role/);
    }
  });

  it('name the first layer that blocks, and the account that must change it', () => {
    for (const { analysis, path, answer } of all) {
      const need = needOf(path);
      if (path.state !== 'broken' || need === null) continue;
      const layer = LAYERS.find(([by]) => by.test(need.decision.by));
      if (layer !== undefined) expect(answer).toMatch(layer[1]);
      const owner = analysis.fixesFor(path.worst === null ? [] : [path.worst])[0]?.account;
      if (owner === undefined || /SCP|RCP/.test(answer)) continue;
      expect(answer).toContain(accountName(analysis.inventory, owner));
    }
  });

  it('name the account that must change what no policy cures', () => {
    for (const { analysis, judged, path, answer } of all) {
      const fault = path.worst?.hop.faults.find((one) => one.certain);
      if (path.state !== 'broken' || path.worst === null || fault === undefined) continue;
      if (decidingNeed(path.worst) !== undefined) continue;
      const { curedIn = null } = fault;
      const words =
        curedIn === null
          ? `the pipeline in ${accountName(analysis.inventory, arnAccount(judged.arn))} must change.`
          : `${accountName(analysis.inventory, curedIn)} must cure it.`;
      expect(answer.endsWith(words), answer).toBe(true);
    }
  });

  it('say what was not read where it cannot be told', () => {
    for (const { path, answer } of all) if (path.state === 'unknown') expect(answer).toMatch(/^Cannot tell/);
  });
});

describe('the answers', () => {
  it('were looked at in every state', () => {
    const states = new Set(SNAPSHOTS.flatMap(([, snapshot]) => told(snapshot).map(({ path }) => path.state)));
    expect(states).toEqual(new Set(['broken', 'unknown', 'depends']));
  }, 60_000);
});
