// Who may put artifacts into a store, and who of them needs to.
import { known } from '@/lib/iam/context';
import { parsePolicy } from '@/lib/iam/parse-policy';
import type { Role, User } from '@/lib/model/resource';
import type { Arn } from '@/lib/names/arn';
import { policyId } from '@/lib/verdict/policy-shelf';
import { principalSide } from '@/lib/verdict/principal-side';
import { type Answer, DENIED, mayDo } from './ask';
import { mayAllow } from './may-allow';
import { NOBODY } from './nobody';
import type { Judged } from './rule';
import type { Store } from './stores';

/** By bucket: the roles that some execution writes with, and for which pipelines. */
export function writersByBucket({
  pipelines,
  shelf,
}: Judged): ReadonlyMap<Arn, ReadonlyMap<Arn, ReadonlySet<Arn>>> {
  return shelf.once('writers by bucket', () => {
    const found = new Map<Arn, Map<Arn, Set<Arn>>>();
    for (const { arn, paths } of pipelines)
      for (const { path } of paths)
        for (const { kind, needs } of path.hops) {
          if (kind !== 'writes' && kind !== 'replicates') continue;
          for (const { action, resource, principal } of needs) {
            if (action !== 's3:PutObject' || principal.kind !== 'role') continue;
            const slash = resource.indexOf('/');
            const bucket = slash < 0 ? resource : resource.slice(0, slash);
            const writers = found.get(bucket) ?? new Map<Arn, Set<Arn>>();
            found.set(bucket, writers);
            writers.set(principal.arn, (writers.get(principal.arn) ?? new Set()).add(arn));
          }
        }
    return found;
  });
}

/** The folder in which CodePipeline keeps a pipeline's artifacts: its name, cut to twenty characters.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/concepts.html (read 2026-11-24) */
function folderOf({ inventory }: Judged, pipeline: Arn): string {
  return (inventory.pipelines.get(pipeline)?.name ?? NOBODY).slice(0, 20);
}

/** Whether the principal may put an artifact of this pipeline into the store: the object, and with the store's key, since one that is
 *  encrypted otherwise cannot be read by those who deploy it. Never throws. */
export function mayWriteInto(judged: Judged, principal: Role | User, store: Store, pipeline: Arn): Answer {
  const { bucket, owner, region, key } = store;
  const resource = `${bucket}/${folderOf(judged, pipeline)}/${NOBODY}/${NOBODY}`;
  if (nobodyAllows(judged, principal, store, resource)) return DENIED;
  const written = mayDo(judged, principal, {
    action: 's3:PutObject',
    resource,
    account: owner,
    region,
    context: key === null ? {} : { 's3:x-amz-server-side-encryption-aws-kms-key-id': known(key) },
  });
  if (key === null || written.verdict === 'denied' || written.verdict === 'depends') return written;
  const encrypted = mayDo(judged, principal, {
    action: 'kms:GenerateDataKey',
    resource: key,
    account: key.split(':')[4] ?? null,
    region,
    context: { 'kms:ViaService': known(`s3.${region}.amazonaws.com`) },
  });
  return together(written, encrypted);
}

/** Whether neither the principal's policies nor the bucket's speak of it: hats times stores are too many for the whole question. */
function nobodyAllows(
  { inventory, shelf }: Judged,
  principal: Role | User,
  { bucket }: Store,
  resource: Arn,
): boolean {
  const policy = shelf.onceOf('policy of bucket', bucket, () => {
    const found = inventory.buckets.get(bucket)?.policy;
    if (found?.kind !== 'read') return null;
    return found.value === null ? [] : [parsePolicy(policyId.resource(bucket), 'resource', found.value)];
  });
  const { identity } = principalSide(inventory, shelf, principal);
  return policy !== null && ![identity, policy].some((side) => mayAllow(side, 's3:PutObject', resource));
}

function together(a: Answer, b: Answer): Answer {
  if (b.verdict === 'denied' || b.verdict === 'depends') return b;
  return {
    verdict: a.verdict === 'allowed' ? b.verdict : a.verdict,
    evidence: [...a.evidence, ...b.evidence],
    open: [...new Set([...a.open, ...b.open])],
  };
}
