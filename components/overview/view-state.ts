// The state of the overview, as its URL holds it, and where its items lead.
import { createSerializer, parseAsString } from 'nuqs/server';
import { coverageHref } from '@/components/coverage/view-state';
import { pipelineHref } from '@/components/pipeline/view-state';
import { listHref } from '@/components/pipelines/view-state';
import { roleHref } from '@/components/role/view-state';
import type { MapGoal } from '@/lib/scene/map-of-accounts-model';
import { roleId } from '@/lib/scene/role-page-id';
import type { State } from '@/lib/verdict/judgement';

export const overviewState = {
  /** The group of the map whose accounts are drawn one by one. */
  group: parseAsString,
  snapshot: parseAsString,
};

export const overviewHref = createSerializer(overviewState);

/** Where the items of the overview lead, in the snapshot that is in view. */
export function overviewLinks(snapshot: string | null) {
  return {
    pipelines: (filter: State | null) => listHref('/pipelines', { snapshot, filter: filter ?? 'any' }),
    overBroad: listHref('/pipelines', { snapshot, broad: true }),
    action: ({ pipeline, action }: { readonly pipeline: string; readonly action: string }) =>
      pipelineHref(`/pipelines/${pipeline}`, { snapshot, action }),
    account: (account: string | null) => coverageHref('/accounts', { snapshot, account }),
    role: (id: string) => roleHref(id, snapshot),
    goal: (goal: MapGoal): string => {
      switch (goal.kind) {
        case 'account':
          return coverageHref('/accounts', { snapshot, account: goal.id });
        case 'role':
          return roleHref(roleId(goal.arn), snapshot);
        case 'pipelines':
          return listHref('/pipelines', { snapshot, find: goal.find, filter: goal.state ?? 'any' });
        case 'open':
          return overviewHref('/', { snapshot, group: goal.group });
        case 'accounts':
          return coverageHref('/accounts', { snapshot });
      }
    },
  };
}
