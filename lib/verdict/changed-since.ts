// What is known to have changed between a run and the snapshot: then the run says little of what stands today.
import type { Inventory } from '@/lib/model/inventory';
import type { Pipeline } from '@/lib/model/resource';
import { arnName } from '@/lib/names/arn';
import type { JudgedHop } from './judgement';

export interface Change {
  readonly what: string;
  /** ISO 8601. */
  readonly at: string;
}

/** Pipeline, roles and managed policies of these hops that are younger than the run. AWS keeps no time for inline, trust, bucket
 *  and key policies: they may have changed unseen. Never throws. */
export function changedSince(
  inventory: Inventory,
  pipeline: Pipeline,
  hops: readonly JudgedHop[],
  runAt: string | null,
): readonly Change[] {
  if (runAt === null) return [];
  const roles = rolesOf(inventory, hops);
  const policies = [
    ...new Set(
      roles.flatMap((role) => [...role.attached, ...(role.boundary === null ? [] : [role.boundary])]),
    ),
  ].flatMap((arn) => inventory.managedPolicies.get(arn) ?? []);
  const changes = [
    { what: 'the pipeline was changed', at: pipeline.updated },
    ...roles.map(({ name, created }) => ({ what: `role ${name} was made`, at: created })),
    ...policies.map(({ arn, updated }) => ({ what: `policy ${arnName(arn)} was changed`, at: updated })),
  ];
  return changes.flatMap(({ what, at }) =>
    at !== null && Date.parse(at) > Date.parse(runAt) ? [{ what, at }] : [],
  );
}

function rolesOf(inventory: Inventory, hops: readonly JudgedHop[]) {
  const arns = hops.flatMap((hop) =>
    hop.needs.flatMap(({ need }) => ['arn' in need.principal ? need.principal.arn : '', need.resource]),
  );
  return [...new Set(arns)].flatMap((arn) => inventory.roles.get(arn) ?? []);
}
