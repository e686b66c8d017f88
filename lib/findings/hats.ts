// The hats of all pipelines: which roles their paths put on or hand on, for which pipelines, and who needs to put them on.
import { sortedBy } from '@/lib/base/sort';
import type { Arn } from '@/lib/names/arn';
import type { JudgedPipeline } from '@/lib/verdict/judgement';

export interface Hat {
  readonly role: Arn;
  readonly pipelines: readonly Arn[];
  /** The principals that a pipeline's own run needs to put it on: role ARNs. */
  readonly wornBy: readonly Arn[];
}

/** Every role that an `assumes` hop of some pipeline puts on. Sorted by ARN. Never throws. */
export function assumedHats(pipelines: readonly JudgedPipeline[]): readonly Hat[] {
  const hats = new Map<Arn, { pipelines: Set<Arn>; wornBy: Set<Arn> }>();
  for (const pipeline of pipelines) {
    for (const { hop } of pipeline.paths.flatMap((path) => path.hops)) {
      if (hop.kind !== 'assumes') continue;
      for (const need of hop.needs) {
        const hat = hats.get(need.resource) ?? { pipelines: new Set(), wornBy: new Set() };
        hats.set(need.resource, hat);
        hat.pipelines.add(pipeline.arn);
        if (need.principal.kind === 'role') hat.wornBy.add(need.principal.arn);
      }
    }
  }
  return sortedBy([...hats], ([role]) => role).map(([role, hat]) => ({
    role,
    pipelines: [...hat.pipelines].sort(),
    wornBy: [...hat.wornBy].sort(),
  }));
}
