// What the executions of all pipelines ask for: by who asks, and by what is asked of.
import type { Need } from '@/lib/graph/hop';
import type { Arn } from '@/lib/names/arn';
import type { Users } from './narrow';
import type { Judged } from './rule';

/** Every request that a role makes in some execution. Never throws. */
export function needsOf({ pipelines, shelf }: Judged, role: Arn): readonly Need[] {
  const byRole = shelf.once('needs by role', () =>
    gathered(pipelines, ({ principal }) => ('arn' in principal ? principal.arn : '')),
  );
  return byRole.get(role) ?? [];
}

/** Who asks anything of a bucket, its objects, or a key in some execution. Never throws. */
export function usersOf({ pipelines, shelf }: Judged, store: Arn): Users {
  const byStore = shelf.once('needs by store', () =>
    gathered(pipelines, ({ action, resource }) => {
      const slash = action.startsWith('s3:') ? resource.indexOf('/') : -1;
      return slash < 0 ? resource : resource.slice(0, slash);
    }),
  );
  const needs = byStore.get(store) ?? [];
  return {
    AWS: needs.flatMap(({ principal }) => ('arn' in principal ? principal.arn : [])),
    Service: needs.flatMap(({ principal }) => (principal.kind === 'service' ? principal.service : [])),
  };
}

function gathered(
  pipelines: Judged['pipelines'],
  keyOf: (need: Need) => string,
): ReadonlyMap<string, readonly Need[]> {
  const all = new Map<string, Need[]>();
  for (const { paths } of pipelines)
    for (const { path } of paths)
      for (const { needs } of path.hops)
        for (const need of needs) {
          const key = keyOf(need);
          const own = all.get(key);
          if (own === undefined) all.set(key, [need]);
          else own.push(need);
        }
  return all;
}
