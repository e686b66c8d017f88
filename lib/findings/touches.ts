// Which hops a finding is about: those onto the role, the bucket or the key that it speaks of.
import type { Hop } from '@/lib/graph/hop';
import type { Arn } from '@/lib/names/arn';

const ONTO_ROLES: ReadonlySet<Hop['kind']> = new Set(['assumes', 'passes', 'runs-as', 'triggers']);

/** The ARNs of the roles, buckets and keys that the hop reaches; of an object, its bucket. Never throws. */
export function subjectsOf({ kind, needs }: Hop): ReadonlySet<Arn> {
  const found = new Set<Arn>();
  for (const { resource } of needs) {
    if (resource.includes(':role/')) {
      if (ONTO_ROLES.has(kind)) found.add(resource);
    } else if (resource.startsWith('arn:') && resource.includes(':s3:::')) {
      const slash = resource.indexOf('/');
      found.add(slash < 0 ? resource : resource.slice(0, slash));
    } else found.add(resource);
  }
  return found;
}

/** Whether a mark on the hop is one on the whole path: the hop by which CodePipeline puts on the pipeline's role stands before every
 *  action, and says something only of those that run with it. Never throws. */
export function countsForPath(hop: Hop, role: Arn | null): boolean {
  const [need] = hop.needs;
  const isPipelineRole =
    need?.principal.kind === 'service' && need.principal.service === 'codepipeline.amazonaws.com';
  return !isPipelineRole || need.resource === role;
}
