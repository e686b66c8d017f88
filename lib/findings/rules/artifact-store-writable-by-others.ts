// Principals that may put artifacts into a store although no pipeline needs them to.
import type { Role, User } from '@/lib/model/resource';
import { rankOf, tierOf } from '@/lib/model/tier';
import type { Arn } from '@/lib/names/arn';
import { togetherSay } from '../ask';
import { hatWords } from '../hat-words';
import { hatsOf } from '../hats';
import { prodAmong } from '../pipeline-powers';
import { isAdministrator } from '../powers';
import { holdersOf } from '../principals';
import type { Judged, Rule } from '../rule';
import { mayWriteInto, writersByBucket } from '../store-writers';
import { type Store, storePolicies, storesOf } from '../stores';

export const artifactStoreWritableByOthers: Rule = {
  id: 'artifact-store-writable-by-others',
  title: 'Others than the pipelines may write into an artifact store',
  severity: 'medium',
  marks: true,
  why: 'Between the build and the deployment an artifact lies in the store, and nothing checks that it is still the same. Whoever may write there decides what is deployed. Administrators are left out: they can do so anyway.',
  remedy:
    'Name the bucket or its key in no policy of theirs; in the bucket policy, deny s3:PutObject to all but the roles of the pipelines.',
  example: {
    wide: '{"Effect": "Allow", "Action": ["s3:PutObject", "kms:GenerateDataKey"], "Resource": "*"}',
    narrow: `{"Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::artifacts-us-east-1/*",
 "Condition": {"ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/shop-pipeline"}}}`,
  },
  sources: [
    'https://docs.aws.amazon.com/codepipeline/latest/userguide/security-best-practices.html',
    'https://docs.aws.amazon.com/codepipeline/latest/userguide/S3-artifact-encryption.html',
  ],
  check: (judged) =>
    storesOf(judged).flatMap((store) => {
      if (store.owner === null) return [];
      const [pipeline] = store.pipelines;
      if (pipeline === undefined) return [];
      const needed = writersByBucket(judged).get(store.bucket) ?? new Map<Arn, unknown>();
      const answers = othersAt(judged, store, needed).map((principal) => ({
        principal,
        answer: mayWriteInto(judged, principal, store, pipeline),
      }));
      const sure = answers.filter((one) => one.answer.verdict === 'allowed');
      const told = sure.length > 0 ? sure : answers.filter((one) => one.answer.verdict === 'unknown');
      const said = togetherSay(told.map((one) => one.answer));
      if (said === null) return [];
      const names = told.map(({ principal }) => hatWords(judged.inventory, principal.arn));
      const isDire = told.some(({ principal }) => isLower(judged, principal)) && servesProd(judged, store);
      return {
        subject: store.bucket,
        account: store.owner,
        pipelines: store.pipelines,
        title: `${store.name} can be written by ${names.length} ${names.length === 1 ? 'principal' : 'principals'} that no pipeline needs: ${names.slice(0, 3).join(', ')}${names.length > 3 ? ' …' : ''}`,
        ...(isDire ? { severity: 'high' as const } : {}),
        ...said,
        reach: {
          can: told.map(({ principal }) => principal.arn).sort(),
          need: [...needed.keys()].sort(),
          complete: said.certainty === 'shown',
        },
      };
    }),
};

/** Principals of the owning account, and those that the bucket policy names; not the hats of pipelines, of which other rules speak. */
function othersAt(judged: Judged, store: Store, needed: ReadonlyMap<Arn, unknown>): readonly (Role | User)[] {
  const { inventory, shelf } = judged;
  const hats = shelf.once('hat arns', () => new Set(hatsOf(judged).map((hat) => hat.role)));
  const named = storePolicies(judged)
    .filter((one) => one.subject === store.bucket)
    .flatMap((one) => one.policy.statements.flatMap((statement) => [...(statement.principals?.arns ?? [])]))
    .flatMap((arn) => inventory.roles.get(arn) ?? inventory.users.get(arn) ?? [])
    .filter((one) => !isAdministrator(judged, one, store.region));
  const own = holdersOf(judged, store.owner ?? '', 's3:PutObject', store.region);
  return [...new Set([...own, ...named])].filter((one) => !hats.has(one.arn) && !needed.has(one.arn));
}

function isLower({ inventory }: Judged, { account }: Role | User): boolean {
  const tier = tierOf(inventory, account);
  const rank = tier === null ? null : rankOf(tier.name);
  return rank !== null && tier?.name !== 'prod';
}

function servesProd(judged: Judged, { pipelines }: Store): boolean {
  return prodAmong(judged, pipelines).length > 0;
}
