// Which changes turned the verdicts of a pipeline: found by making them, one at a time, in the inventory of before.

import type { Analysis } from '@/lib/analysis/analysis';
import type { Inventory } from '@/lib/model/inventory';
import type { Arn } from '@/lib/names/arn';
import { judgeActions } from '@/lib/verdict/judge-pipeline';
import { countsForState } from '@/lib/verdict/judged-later';
import type { JudgedPath, JudgedPipeline } from '@/lib/verdict/judgement';
import { type PolicyShelf, policyShelf, policyShelfOver } from '@/lib/verdict/policy-shelf';
import { type Applicable, applyChanges } from './apply-changes';
import { changesAround } from './changes-around';
import type { ActionDifference } from './compare-paths';
import type { Cause } from './comparison';

/** More changes than this around one pipeline are not tried one by one. */
const MOST_TRIED = 40;

/** So many changed inventories are judged for one comparison; what comes after is told by what stands on the path. */
const MOST_JUDGED = 400;

/** Says what turned the actions of a pipeline, which both snapshots have. */
export type CauseFinder = (
  before: JudgedPipeline,
  after: JudgedPipeline,
  actions: readonly ActionDifference[],
) => ReadonlyMap<string, Pick<Cause, 'shown' | 'changes'>>;

/** A finder for two analyses and all that differs between them. It remembers the last inventories that it made: one change often turns
 *  many pipelines. Never throws. */
export function causeFinder(before: Analysis, after: Analysis, all: readonly Applicable[]): CauseFinder {
  const around = changesAround(before, after, all);
  const made = new Map<string, { readonly inventory: Inventory; readonly shelf: PolicyShelf }>();
  const compiled = policyShelf();
  let left = MOST_JUDGED;

  /** The paths of these actions as they would be with these changes alone; null where enough was judged. */
  function judgedWith(
    pipeline: Arn,
    changes: readonly Applicable[],
    keys: ReadonlySet<string>,
  ): ReadonlyMap<string, JudgedPath> | null {
    const key = changes.map(({ change }) => change.id).join('\n');
    const known = made.get(key);
    if (known === undefined && left <= 0) return null;
    if (known === undefined) left -= 1;
    const world = known ?? {
      inventory: applyChanges(before.inventory, after.inventory, changes),
      shelf: policyShelfOver(compiled),
    };
    made.delete(key);
    made.set(key, world);
    for (const oldest of made.keys()) if (made.size > MOST_TRIED) made.delete(oldest);
    const subject = world.inventory.pipelines.get(pipeline);
    return subject === undefined
      ? new Map()
      : byAction(judgeActions(world.inventory, world.shelf, subject, keys));
  }

  return (was, is, actions) => {
    const causes = new Map<string, Pick<Cause, 'shown' | 'changes'>>();
    const ids = (changes: readonly Applicable[]) => changes.map(({ change }) => change.id).sort();
    const [old, now] = [byAction(was.paths), byAction(is.paths)];
    const turned = actions.flatMap(({ key }) => {
      const wanted = target(old.get(key), now.get(key));
      return wanted === null ? [] : [{ key, wanted }];
    });
    if (turned.length === 0) return causes;
    const keys = new Set(turned.map(({ key }) => key));
    const { before: candidates, both } = around(was.arn, keys);
    let known: readonly Applicable[] | null = null;
    const all = () => {
      known ??= both();
      return known;
    };
    const single =
      candidates.length <= MOST_TRIED
        ? candidates.map((one) => ({ one, paths: judgedWith(was.arn, [one], keys) }))
        : [];
    for (const { key, wanted } of turned) {
      const alone = single.filter(({ paths }) => wanted(paths?.get(key))).map(({ one }) => one);
      if (alone.length > 0) causes.set(key, { shown: 'alone', changes: ids(alone) });
      else {
        const turns = (changes: readonly Applicable[]) =>
          wanted(judgedWith(was.arn, changes, new Set([key]))?.get(key));
        if (all().length === 0) continue;
        const together = all().length <= MOST_TRIED && turns(all()) ? fewest(all(), turns) : null;
        causes.set(
          key,
          together === null
            ? { shown: 'possible', changes: ids(onPath(all(), old.get(key), now.get(key))) }
            : { shown: 'together', changes: ids(together) },
        );
      }
    }
    return causes;
  };
}

function byAction(paths: readonly JudgedPath[]): ReadonlyMap<string, JudgedPath> {
  return new Map(paths.map((one) => [`${one.path.stage}/${one.path.action}`, one]));
}

/** Whether a path says what it says after: its state, and where that is the same, the answers of its hops. Null where only a mark
 *  changed, which judging does not set. */
function target(
  was: JudgedPath | undefined,
  is: JudgedPath | undefined,
): ((path: JudgedPath | undefined) => boolean) | null {
  if (was === undefined || is === undefined) return null;
  if (was.state !== is.state) return (path) => path?.state === is.state;
  const said = answers(is);
  return answers(was) === said ? null : (path) => path !== undefined && answers(path) === said;
}

function answers({ hops }: JudgedPath): string {
  return JSON.stringify(
    hops.map(({ hop, state, needs }) => [
      hop.id,
      state,
      needs.filter(({ need }) => countsForState(need)).map(({ verdict }) => verdict),
    ]),
  );
}

/** Leaves out what is not needed, one after the other. */
function fewest(
  changes: readonly Applicable[],
  turns: (changes: readonly Applicable[]) => boolean,
): readonly Applicable[] {
  let kept = changes;
  for (const one of changes) {
    const without = kept.filter((other) => other !== one);
    if (without.length > 0 && turns(without)) kept = without;
  }
  return kept;
}

/** The changes of what the path names: its roles, resources, and the policies that were weighed. */
function onPath(
  changes: readonly Applicable[],
  was: JudgedPath | undefined,
  is: JudgedPath | undefined,
): readonly Applicable[] {
  const named = new Set<string>();
  for (const { hops } of [was, is].flatMap((one) => one ?? []))
    for (const { needs, sides } of hops) {
      named.add(sides.principalAccount ?? '').add(sides.resourceAccount ?? '');
      for (const { need, sources } of needs) {
        named.add('arn' in need.principal ? need.principal.arn : '');
        named.add(need.resource);
        if (need.resource.includes(':s3:::')) named.add(need.resource.split('/')[0] ?? '');
        for (const { arn } of sources().values()) named.add(arn ?? '');
      }
    }
  return changes.filter(
    ({ change, accounts }) =>
      change.thing === 'pipeline' || named.has(change.subject) || [...accounts].some((one) => named.has(one)),
  );
}
