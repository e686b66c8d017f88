import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '@/lib/analysis/analysis';
import { analyze } from '@/lib/analysis/analyze';
import { DETECTED } from '@/lib/analysis/failure-modes/register.fixture';
import { actionLines } from './action-lines';
import { actionKey, actionTrail } from './action-trail';

/** What the long answers say of the same things. */
function fromTrails(analysis: Analysis, pipeline: string) {
  const judged = analysis.pipelines.find(({ arn }) => arn === pipeline);
  return (judged?.paths ?? []).flatMap((path) => {
    const trail = actionTrail(analysis, pipeline, actionKey(path));
    if (trail === null) return [];
    const { key, stage, action, provider, account, region, state, overBroad, answer } = trail;
    const hops = trail.hops.map((hop, place) => ({
      number: hop.number,
      sentence: hop.sentence,
      state: hop.state,
      overBroad: hop.overBroad,
      marks: path.hops[place]?.marks,
      accounts: [
        ...new Set(
          hop.needs.flatMap(({ sides }) => sides.flatMap(({ account }) => (account === '?' ? [] : account))),
        ),
      ],
    }));
    const head = {
      key,
      stage,
      action,
      provider,
      account,
      region,
      state,
      overBroad,
      marks: path.marks,
      answer,
    };
    const run = analysis.inventory.pipelines.get(pipeline)?.runs[key]?.status ?? null;
    if (trail.run !== null) expect(trail.run.status).toBe(run);
    return { ...head, run, hops };
  });
}

function agrees(analysis: Analysis) {
  for (const { arn } of analysis.pipelines)
    expect(actionLines(analysis, arn)).toEqual(fromTrails(analysis, arn));
}

describe('the lines of actions', () => {
  it('say what the long answers say, on the example', () => {
    const analysis = analyze(JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8')));
    expect(analysis.pipelines.length).toBeGreaterThan(0);
    agrees(analysis);
  });

  it('tell the last run of every action, also of those of which it teaches nothing', () => {
    const analysis = analyze(JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8')));
    const checkout = analysis.pipelines.find(({ arn }) => arn.endsWith(':checkout-service'));
    const runs = actionLines(analysis, checkout?.arn ?? '').map(({ action, run }) => `${action} ${run}`);
    expect(runs).toContain('Release Succeeded');
    expect(runs).toContain('Deploy-Prod-use2 Failed');
  });

  it.each(DETECTED)('say what the long answers say: $id', ({ fires, cannotTell }) => {
    agrees(analyze(fires));
    if ('facts' in cannotTell) agrees(analyze(cannotTell));
  });

  it('are none where there is no such pipeline', () => {
    const analysis = analyze(JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8')));
    expect(actionLines(analysis, 'arn:aws:codepipeline:us-east-1:111111111111:none')).toEqual([]);
  });
});
