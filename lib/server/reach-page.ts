// The blast radius of a role, an account or anybody else whom a URL names, and the map on which it is drawn.
import 'server-only';
import type { Analysis } from '@/lib/analysis/analysis';
import { type MapOfAccounts, mapOfAccounts } from '@/lib/scene/map-of-accounts';
import { findEnd, type ReachWay, reachDrawing } from '@/lib/scene/reach-drawing';
import type { ReachEnd } from '@/lib/scene/reach-ends';
import { judgedFor, type ReachView, reachView } from '@/lib/scene/reach-view';
import { type HatShelf, hatShelf } from '@/lib/scene/role-page-shelf';

export interface ReachAsked {
  readonly from: string | null;
  readonly to: string | null;
  readonly group: string | null;
}

export interface ReachPage {
  readonly map: MapOfAccounts;
  /** What was named; null where nothing was, or the snapshot holds nothing of it. */
  readonly end: Pick<ReachEnd, 'kind' | 'id' | 'name'> | null;
  readonly way: ReachWay;
  readonly view: ReachView | null;
  /** As it stands in the URL; empty where nobody was named. */
  readonly asked: string;
  /** What is wrong with what was named. */
  readonly problem: string | null;
}

/** Never throws: what cannot be found is said. */
export function reachPage(analysis: Analysis, { from, to, group }: ReachAsked): ReachPage {
  const shelf = shelfFor(analysis);
  const way = from === null && to !== null ? 'to' : 'from';
  const asked = (way === 'from' ? from : to) ?? '';
  const found = asked === '' ? null : findEnd(analysis, shelf, way, asked);
  if (found?.kind !== 'end')
    return {
      map: mapOfAccounts(analysis, { open: group }),
      end: null,
      way,
      view: null,
      asked,
      problem: found?.problem ?? null,
    };
  const { end } = found;
  const [start, goal] = way === 'from' ? [end, null] : [null, end];
  return {
    map: reachDrawing(analysis, shelf, way, end, group),
    end: { kind: end.kind, id: end.id, name: end.name },
    way,
    view: reachView(judgedFor(analysis, shelf), start, goal),
    asked,
    problem: null,
  };
}

/** What is compiled for the chains of an analysis, kept as long as it is. Never throws. */
export function shelfFor(analysis: Analysis): HatShelf {
  const shelf = shelves.get(analysis) ?? hatShelf();
  shelves.set(analysis, shelf);
  return shelf;
}

const shelves = new WeakMap<Analysis, HatShelf>();
