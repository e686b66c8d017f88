// The blast radius of a role, an account or anybody else whom a URL names, and the map on which it is drawn.
import 'server-only';
import type { Analysis } from '@/lib/analysis/analysis';
import { type MapOfAccounts, mapOfAccounts } from '@/lib/scene/map-of-accounts';
import { blastOf } from '@/lib/scene/map-of-accounts-blast';
import { type ReachEnd, reachEnd } from '@/lib/scene/reach-ends';
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
  readonly way: 'from' | 'to';
  readonly view: ReachView | null;
  /** As it stands in the URL; empty where nobody was named. */
  readonly asked: string;
  /** What is wrong with what was named. */
  readonly problem: string | null;
}

/** Never throws: what cannot be found is said. */
export function reachPage(analysis: Analysis, { from, to, group }: ReachAsked): ReachPage {
  const shelf = shelves.get(analysis) ?? hatShelf();
  shelves.set(analysis, shelf);
  const judged = judgedFor(analysis, shelf);
  const way = from === null && to !== null ? 'to' : 'from';
  const asked = way === 'from' ? from : to;
  const end = asked === null || asked === '' ? null : reachEnd(judged, asked);
  const isHatless = end !== null && way === 'to' && end.hats.length === 0;
  if (end === null || isHatless)
    return {
      map: mapOfAccounts(analysis, { open: group }),
      end: null,
      way,
      view: null,
      asked: asked ?? '',
      problem: problemOf(asked, isHatless),
    };
  const [start, goal] = way === 'from' ? [end, null] : [null, end];
  return {
    map: mapOfAccounts(analysis, { open: group, blast: blastOf(judged, start, goal) }),
    end: { kind: end.kind, id: end.id, name: end.name },
    way,
    view: reachView(judged, start, goal),
    asked: asked ?? '',
    problem: null,
  };
}

function problemOf(asked: string | null, isHatless: boolean): string | null {
  if (asked === null || asked === '') return null;
  return isHatless
    ? `${asked} is no hat, and no account with hats that were read: nobody can put it on.`
    : `This snapshot holds no role, user, account or identity provider ${asked}.`;
}

const shelves = new WeakMap<Analysis, HatShelf>();
