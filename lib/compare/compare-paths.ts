// Two judgements of one pipeline side by side: its actions, their hops and needs, as far as they differ.
import { sortedBy } from '@/lib/base/sort';
import type { Need } from '@/lib/graph/hop';
import { countsForState } from '@/lib/verdict/judged-later';
import type { JudgedHop, JudgedNeed, JudgedPath, JudgedPipeline } from '@/lib/verdict/judgement';
import type { ActionChange, ChangeKind, HopChange, NeedChange, Standing } from './comparison';

/** An action that differs, before anybody knows why. */
export type ActionDifference = Omit<ActionChange, 'cause'>;

/** How something stands; null where it is not there. Never throws. */
export function standing(one: Standing | undefined): Standing | null {
  return one === undefined ? null : { state: one.state, overBroad: one.overBroad };
}

/** The actions that differ, in the order of the pipeline as it is after; those that are gone stand at the end. Never throws. */
export function changedActions(
  before: JudgedPipeline | undefined,
  after: JudgedPipeline | undefined,
): readonly ActionDifference[] {
  const old = byKey(before);
  const now = byKey(after);
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key): readonly ActionDifference[] => {
    const was = old.get(key);
    const is = now.get(key);
    const hops = changedHops(before, after, was, is);
    const kind = kindOf(was, is, hops);
    if (kind === null) return [];
    return [{ key, kind, before: standing(was), after: standing(is), hops }];
  });
}

function byKey(judged: JudgedPipeline | undefined): ReadonlyMap<string, JudgedPath> {
  return new Map((judged?.paths ?? []).map((one) => [`${one.path.stage}/${one.path.action}`, one]));
}

function kindOf(
  was: JudgedPath | undefined,
  is: JudgedPath | undefined,
  hops: readonly HopChange[],
): ChangeKind | null {
  if (was === undefined) return is === undefined ? null : 'added';
  if (is === undefined) return 'removed';
  if (was.state !== is.state) {
    if (is.state === 'unknown' && unreadOf(is).length > 0) return 'no-longer-known';
    if (was.state === 'unknown' && unreadOf(was).length > 0) return 'now-known';
    return 'changed';
  }
  if (was.overBroad !== is.overBroad) return 'changed';
  return hops.length === 0 ? null : sharedKind(hops.map(({ kind }) => kind));
}

/** Where all went the same way of not being known, that; else a change. */
function sharedKind(kinds: readonly ChangeKind[]): ChangeKind {
  const [first] = kinds;
  const isReading = first === 'no-longer-known' || first === 'now-known';
  return isReading && kinds.every((one) => one === first) ? first : 'changed';
}

/** What was not read for the hops of a path that cannot be told, one line each. Never throws. */
export function unreadOf({ hops }: JudgedPath): readonly string[] {
  return [...new Set(hops.filter(({ state }) => state === 'unknown').flatMap(unreadOfHop))].sort();
}

function unreadOfHop({ hop, needs }: JudgedHop): readonly string[] {
  const open = hop.faults.flatMap(({ leavesOpen, unread }) =>
    leavesOpen === true && unread !== undefined && unread !== true ? [`${unread.what} was not read`] : [],
  );
  return [...open, ...needs.flatMap(unreadLines)];
}

function unreadLines({ verdict, gaps, notScanned }: JudgedNeed): readonly string[] {
  if (verdict !== 'unknown') return [];
  const refused = gaps.map(
    ({ source, account, region, cause }) => `${source} in account ${account}, ${region}: ${cause}`,
  );
  return [...refused, ...notScanned];
}

function changedHops(
  before: JudgedPipeline | undefined,
  after: JudgedPipeline | undefined,
  was: JudgedPath | undefined,
  is: JudgedPath | undefined,
): readonly HopChange[] {
  const old = new Map((was?.hops ?? []).map((hop) => [hop.hop.id, hop]));
  const now = new Map((is?.hops ?? []).map((hop) => [hop.hop.id, hop]));
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((id): readonly HopChange[] => {
    const [one, other] = [old.get(id), now.get(id)];
    const { hop } = other ?? one ?? {};
    if (hop === undefined) return [];
    const needs = changedNeeds(one, other);
    const kind = hopKind(one, other, needs);
    if (kind === null) return [];
    const nodes = (other === undefined ? before : after)?.nodes ?? [];
    const end = (node: string) => nodes.find((one) => one.id === node)?.arn ?? node;
    return [
      {
        id,
        kind,
        hop: hop.kind,
        from: end(hop.from),
        to: end(hop.to),
        before: standing(one),
        after: standing(other),
        needs,
      },
    ];
  });
}

function hopKind(
  was: JudgedHop | undefined,
  is: JudgedHop | undefined,
  needs: readonly NeedChange[],
): ChangeKind | null {
  if (was === undefined) return 'added';
  if (is === undefined) return 'removed';
  if (was.state !== is.state) {
    const isUnread = (one: JudgedHop) => unreadOfHop(one).length > 0;
    if (is.state === 'unknown' && isUnread(is)) return 'no-longer-known';
    if (was.state === 'unknown' && isUnread(was)) return 'now-known';
    return 'changed';
  }
  return was.overBroad !== is.overBroad || needs.length > 0 ? 'changed' : null;
}

/** Needs that count for the state, as far as their verdicts differ: a warning that comes and goes is no change of a path. */
function changedNeeds(was: JudgedHop | undefined, is: JudgedHop | undefined): readonly NeedChange[] {
  if (was === undefined || is === undefined || answersAlike(was, is)) return [];
  const old = byRequest(was);
  const now = byRequest(is);
  const changed = [...new Set([...now.keys(), ...old.keys()])].flatMap((key): readonly NeedChange[] => {
    const [one, other] = [old.get(key), now.get(key)];
    const { need } = other ?? one ?? {};
    if (need === undefined || one?.verdict === other?.verdict) return [];
    return [
      {
        principal: principalOf(need.principal),
        action: need.action,
        resource: need.resource,
        essential: need.essential,
        before: one?.verdict ?? null,
        after: other?.verdict ?? null,
      },
    ];
  });
  return sortedBy(changed, ({ action, resource }) => `${action} ${resource}`);
}

/** The common case, told without a table: the same questions in the same order with the same answers. */
function answersAlike({ needs: old }: JudgedHop, { needs: now }: JudgedHop): boolean {
  if (old.length !== now.length) return false;
  return old.every((one, index) => {
    const other = now[index];
    if (other === undefined || one.need.action !== other.need.action) return false;
    if (one.need.resource !== other.need.resource) return false;
    return !countsForState(one.need) || one.verdict === other.verdict;
  });
}

/** Requests that differ in their context alone are told apart by their order. */
function byRequest({ needs }: JudgedHop): ReadonlyMap<string, JudgedNeed> {
  const found = new Map<string, JudgedNeed>();
  for (const one of needs) {
    if (!countsForState(one.need)) continue;
    let key = `${principalOf(one.need.principal)} ${one.need.action} ${one.need.resource}`;
    while (found.has(key)) key += ' again';
    found.set(key, one);
  }
  return found;
}

function principalOf(principal: Need['principal']): string {
  if (principal.kind === 'service') return principal.service;
  return 'arn' in principal ? principal.arn : principal.kind;
}
