// Which changes actions of a pipeline may hang on: those of what is looked up while they are judged, before and after.
import type { Analysis } from '@/lib/analysis/analysis';
import { noting } from '@/lib/analysis/noting';
import { groupBy } from '@/lib/base/group-by';
import { sortedBy } from '@/lib/base/sort';
import type { Inventory } from '@/lib/model/inventory';
import type { Arn } from '@/lib/names/arn';
import { judgeActions } from '@/lib/verdict/judge-pipeline';
import { policyShelf } from '@/lib/verdict/policy-shelf';
import type { Applicable } from './apply-changes';

/** The changes around actions of one pipeline, each list by id. To tell them costs a judgement of these for each side. */
export interface Around {
  /** Those of what is looked up before. No other one turns anything alone: the judgement would not come across it. */
  readonly before: readonly Applicable[];
  /** These, and those of what is looked up after. */
  readonly both: () => readonly Applicable[];
}

/** Tells them for actions, `stage/action`, of a pipeline. Never throws. */
export function changesAround(
  before: Analysis,
  after: Analysis,
  all: readonly Applicable[],
): (pipeline: Arn, actions: ReadonlySet<string>) => Around {
  const byName = new Map<string, Applicable[]>();
  for (const one of all)
    for (const name of namesOf(one, [before.inventory, after.inventory])) {
      const own = byName.get(name) ?? [];
      byName.set(name, own);
      own.push(one);
    }
  const bySubject = groupBy(all, ({ change }) => change.subject);
  const [old, now] = [sideOf(before), sideOf(after)];
  const on = (
    pipeline: Arn,
    actions: ReadonlySet<string>,
    { inventory, notes }: Side,
  ): readonly Applicable[] => {
    const subject = notes.inventory.pipelines.get(pipeline);
    if (subject === undefined) return [];
    const found: Applicable[] = [];
    const { names } = notes.noting(() => judgeActions(notes.inventory, notes.shelf, subject, actions));
    for (const name of [pipeline, ...names]) {
      found.push(...(byName.get(name) ?? []));
      const holder = inventory.roles.get(name) ?? inventory.users.get(name);
      const attached = holder === undefined ? [] : [...holder.attached, holder.boundary ?? ''];
      for (const arn of [name, ...attached]) found.push(...(bySubject.get(arn) ?? []));
    }
    return found;
  };
  const byId = (found: readonly Applicable[]) => sortedBy([...new Set(found)], ({ change }) => change.id);
  return (pipeline, actions) => {
    const first = on(pipeline, actions, old);
    return { before: byId(first), both: () => byId([...first, ...on(pipeline, actions, now)]) };
  };
}

type Side = ReturnType<typeof sideOf>;

function sideOf({ inventory }: Analysis) {
  return { inventory, notes: noting(inventory, policyShelf()) };
}

/** By which other names a change is found: the accounts that a guardrail binds, and for what is found by walking over a table the
 *  pipelines or accounts that it speaks of. */
function namesOf({ change, accounts }: Applicable, sides: readonly Inventory[]): Iterable<string> {
  const { thing, subject, account } = change;
  if (accounts.size > 0) return accounts;
  if (thing === 'group') return account === null ? [] : [account];
  if (thing === 'event-rule')
    return new Set(sides.flatMap(({ eventRules }) => targetsOf(eventRules.get(subject), account)));
  if (thing === 'webhook') {
    const hooks = sides.flatMap(({ webhooks }) => webhooks.get(subject) ?? []);
    return new Set(
      hooks.map(
        (one) => `arn:${subject.split(':')[1]}:codepipeline:${one.region}:${one.account}:${one.pipeline}`,
      ),
    );
  }
  return [];
}

type EventRule = Inventory['eventRules'] extends ReadonlyMap<string, infer R> ? R : never;

/** A rule that passes events on to a bus may start any pipeline of its account. */
function targetsOf(rule: EventRule | undefined, account: string | null): readonly string[] {
  if (rule === undefined || rule.targets.kind !== 'read') return account === null ? [] : [account];
  return rule.targets.value.flatMap(({ arn }) =>
    arn.includes(':event-bus/') && account !== null ? [arn, account] : [arn],
  );
}
