// The blast radius as a drawing: whom a reader means, and the map of accounts on which it is brought out.
import type { Analysis } from '@/lib/analysis/analysis';
import type { Redacted } from '@/lib/analysis/redact/redact-analysis';
import { type MapOfAccounts, mapOfAccounts } from './map-of-accounts';
import { blastOf } from './map-of-accounts-blast';
import { type ReachEnd, reachEnd } from './reach-ends';
import { judgedFor } from './reach-view';
import type { HatShelf } from './role-page-shelf';

/** `from`: what is reached from there; `to`: who gets there. */
export type ReachWay = 'from' | 'to';

export type FoundEnd =
  | { readonly kind: 'end'; readonly end: ReachEnd }
  /** One line. */
  | { readonly kind: 'problem'; readonly problem: string };

/** Whom the text names, if a blast radius can be drawn of it. Never throws. */
export function findEnd(analysis: Analysis, shelf: HatShelf, way: ReachWay, text: string): FoundEnd {
  const end = reachEnd(judgedFor(analysis, shelf), text);
  if (end === null)
    return {
      kind: 'problem',
      problem: `This snapshot holds no role, user, account or identity provider ${text}.`,
    };
  if (way === 'to' && end.hats.length === 0)
    return {
      kind: 'problem',
      problem: `${text} is no hat, and no account with hats that were read: nobody can put it on.`,
    };
  return { kind: 'end', end };
}

/** The same end under pseudonyms. Never throws. */
export function redactedEnd(end: ReachEnd, redacted: Redacted, shelf: HatShelf): ReachEnd {
  return reachEnd(judgedFor(redacted.analysis, shelf), redacted.text(end.id)) ?? end;
}

/** The map with what is reached, or who gets there, brought out; `open`: the group that is drawn account by account, or `all`. Never
 *  throws. */
export function reachDrawing(
  analysis: Analysis,
  shelf: HatShelf,
  way: ReachWay,
  end: ReachEnd,
  open: string | null,
): MapOfAccounts {
  const judged = judgedFor(analysis, shelf);
  const blast = way === 'from' ? blastOf(judged, end, null) : blastOf(judged, null, end);
  return mapOfAccounts(analysis, { ...(open === 'all' ? { all: true } : { open }), blast });
}
