// Every step from a being, and every step to a hat: the same steps from both ends.
import { groupBy } from '@/lib/base/group-by';
import { sortedBy } from '@/lib/base/sort';
import type { Judged } from '@/lib/findings/rule';
import type { Arn } from '@/lib/names/arn';
import { assumesFrom, assumesTo } from './assume-steps';
import { passesFrom, passesTo } from './pass-steps';
import { changesFrom, changesTo } from './pipeline-steps';
import { openness, type Step } from './step';
import { rewritesFrom, rewritesTo } from './trust-steps';

/** What a being can come to wear in one step, one step for each hat, by hat. Asked once. Never throws. */
export function stepsFrom(judged: Judged, id: string): readonly Step[] {
  return judged.shelf.onceOf('steps from', id, () => {
    const { roles, users } = judged.inventory;
    const principal = roles.get(id) ?? users.get(id);
    const steps =
      principal === undefined
        ? (outsideSteps(judged).get(id) ?? [])
        : [
            ...assumesFrom(judged, principal),
            ...changesFrom(judged, principal),
            ...rewritesFrom(judged, principal),
            ...passesFrom(judged, principal),
          ];
    return oneFor(steps, (step) => step.to);
  });
}

/** Who can come to wear the hat in one step, one step for each, by name. Asked once. Never throws. */
export function stepsTo(judged: Judged, role: Arn): readonly Step[] {
  return judged.shelf.onceOf('steps to', role, () => {
    const found = judged.inventory.roles.get(role);
    if (found === undefined) return [];
    const steps = [
      ...assumesTo(judged, found),
      ...changesTo(judged, found),
      ...rewritesTo(judged, found),
      ...passesTo(judged, found),
    ];
    return oneFor(steps, (step) => step.from.id);
  });
}

/** The steps of services, identity providers and those of whom no policy was read: only hats know them. */
function outsideSteps(judged: Judged): ReadonlyMap<string, readonly Step[]> {
  return judged.shelf.once('steps of outsiders', () => {
    const steps = [...judged.inventory.roles.values()].flatMap((role) =>
      assumesTo(judged, role).filter(({ from }) => from.kind !== 'role' && from.kind !== 'user'),
    );
    return groupBy(steps, (step) => step.from.id);
  });
}

/** For each other end the step that leaves least open; of those one that changes nothing, which stand first. */
function oneFor(steps: readonly Step[], endOf: (step: Step) => string): readonly Step[] {
  const best = new Map<string, Step>();
  for (const step of steps) {
    const end = endOf(step);
    const known = best.get(end);
    if (known === undefined || openness(step.verdict) < openness(known.verdict)) best.set(end, step);
  }
  return sortedBy([...best.values()], endOf);
}
