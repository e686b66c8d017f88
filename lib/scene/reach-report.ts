// What is reached and who comes here as data: version 1 of the report of `hatstack reach --format json`, in docs/reach.md.
import type { Analysis } from '@/lib/analysis/analysis';
import type { Json } from '@/lib/base/json';
import type { Judged } from '@/lib/findings/rule';
import type { Chain } from '@/lib/reach/chains';
import { reachOf } from '@/lib/reach/reach-of';
import type { Being, Said, Step } from '@/lib/reach/step';
import { comersOf, type ReachEnd } from './reach-ends';
import { LIMITS } from './reach-view';
import { WAY_WORDS } from './reach-words';
import { doorsOf } from './trust-doors';

/** Nothing is left out, however much there is. Never throws. */
export function reachReport(
  { snapshot }: Analysis,
  judged: Judged,
  from: ReachEnd | null,
  to: ReachEnd | null,
): Json {
  const reach = from === null ? null : reachOf(judged, from.starts);
  const comers = to === null ? null : comersOf(judged, to);
  return {
    version: 1,
    snapshot: { id: snapshot.id, takenAt: snapshot.takenAt },
    from: from === null ? null : endJson(from),
    to: to === null ? null : endJson(to),
    hats: reach?.worn.map(({ role, chain }): Json => ({ role, ...chainJson(chain) })) ?? null,
    things:
      reach?.things.map(
        ({ kind, arn, account, ways }): Json => ({
          kind,
          arn,
          account,
          ways: ways.map(
            (way): Json => ({
              what: WAY_WORDS[way.word],
              by: way.by,
              verdict: way.verdict,
              steps: way.chain?.steps.map(stepJson) ?? [],
              ...saidJson(way.said),
            }),
          ),
        }),
      ) ?? null,
    comers: comers?.map(({ being, chain }): Json => ({ who: beingJson(being), ...chainJson(chain) })) ?? null,
    statements: to === null ? null : doorsJson(judged, to),
    limits: LIMITS,
  };
}

function doorsJson(judged: Judged, to: ReachEnd): readonly Json[] {
  return doorsOf(judged, to).map(({ number, sid, letsIn }) => ({
    statement: number - 1,
    sid,
    letsIn: letsIn.map(({ id, state, isAlone }) => ({ who: id, state, alone: isAlone })),
  }));
}

function endJson({ kind, id, name }: ReachEnd): Json {
  return { kind, id, name };
}

function chainJson({ verdict, changes, steps }: Chain): { readonly [key: string]: Json } {
  return { verdict, changes, steps: steps.map(stepJson) };
}

function stepJson(step: Step): Json {
  const { kind, from, to, pipeline, service, verdict } = step;
  return { kind, from: beingJson(from), to, pipeline, service, verdict, ...saidJson(step) };
}

function beingJson({ kind, id, account }: Being): Json {
  return { kind, id, account };
}

function saidJson({ open, halves }: Said): { readonly [key: string]: Json } {
  return {
    open,
    evidence: halves.map(({ side, source, statement, effect }) => ({
      side,
      policy: source.id,
      title: source.title,
      statement,
      effect,
    })),
  };
}
