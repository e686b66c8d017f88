// What the policy of a bucket or a key says to a principal of an account that has nothing to do with pipelines.
import { authorize } from '@/lib/iam/authorize';
import { ABSENT, known, UNKNOWN } from '@/lib/iam/context';
import type { Decision } from '@/lib/iam/decision';
import { parsePolicy } from '@/lib/iam/parse-policy';
import type { KeyState } from '@/lib/iam/request';
import { field } from '@/lib/model/fact-index';
import type { AccountId } from '@/lib/names/arn';
import { conditionKeys } from '@/lib/verdict/condition-keys';
import type { FindingDraft } from './finding';
import { NOBODY, partitionOf } from './nobody';
import type { Judged } from './rule';
import type { StorePolicy } from './stores';
import { FOREIGN_ACCOUNT } from './stranger';

const EVERYTHING = parsePolicy('stranger', 'identity', {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
});

const ASKED = {
  bucket: [
    ['s3:GetObject', 'read'],
    ['s3:PutObject', 'write'],
  ],
  key: [
    ['kms:Decrypt', 'decrypt'],
    ['kms:GenerateDataKey', 'encrypt'],
  ],
} as const;

export interface Strangers extends Pick<FindingDraft, 'certainty' | 'evidence' | 'open'> {
  readonly who: 'everybody' | 'organisation';
  /** `read`, `write`, `decrypt`, `encrypt`. */
  readonly may: readonly string[];
}

/** What the widest strangers who are let in may do; null where none is. Never throws. */
export function strangersAt(judged: Judged, policy: StorePolicy): Strangers | null {
  const everybody = answersTo(judged, policy, FOREIGN_ACCOUNT, known(`o-${NOBODY}`));
  const said = strangersIn(policy, everybody, 'everybody');
  if (said?.certainty === 'shown') return said;
  const own = judged.inventory.accounts.get(policy.account)?.organizationId;
  const id = own?.kind === 'read' ? own.value : null;
  const organisation =
    own?.kind === 'read' && id === null
      ? null
      : strangersIn(
          policy,
          answersTo(judged, policy, FOREIGN_ACCOUNT, id === null ? UNKNOWN : known(id)),
          'organisation',
        );
  return organisation?.certainty === 'shown' ? organisation : (said ?? organisation);
}

/** What a principal of this account may do whom the policy does not name. Never throws. */
export function accountAt(judged: Judged, policy: StorePolicy, account: AccountId): Strangers | null {
  const id = judged.inventory.accounts.get(account)?.organizationId;
  const organization = id?.kind === 'read' ? (id.value === null ? ABSENT : known(id.value)) : UNKNOWN;
  return strangersIn(policy, answersTo(judged, policy, account, organization), 'everybody');
}

interface Answered {
  readonly word: string;
  readonly decision: Decision;
}

function answersTo(
  { inventory }: Judged,
  policy: StorePolicy,
  account: AccountId,
  organization: KeyState,
): readonly Answered[] {
  const kind = policy.subject.includes(':s3:::') ? 'bucket' : 'key';
  const bucket = kind === 'bucket' ? inventory.buckets.get(policy.subject) : undefined;
  const region =
    inventory.keys.get(policy.subject)?.region ??
    (bucket?.region.kind === 'read' ? bucket.region.value : 'us-east-1');
  const restricts =
    bucket === undefined
      ? false
      : bucket.publicAccessBlock.kind === 'unread'
        ? ('unread' as const)
        : field(bucket.publicAccessBlock.value, 'RestrictPublicBuckets') === true || ('unread' as const);
  const context: Record<string, KeyState> = {
    'aws:PrincipalOrgID': organization,
    'aws:SecureTransport': known('true'),
    'aws:RequestedRegion': known(region),
    'aws:ViaAWSService': known('false'),
    'aws:SourceArn': ABSENT,
    'aws:SourceAccount': ABSENT,
    'kms:ViaService': known(`s3.${region}.amazonaws.com`),
    'kms:CallerAccount': known(account),
    's3:x-amz-server-side-encryption': known('aws:kms'),
  };
  // Tags of a stranger are none; the place in the organisation is none that anybody names.
  for (const key of conditionKeys(policy.policy.document as never)) {
    if (/^aws:principaltag\//i.test(key)) context[key] = ABSENT;
    if (/^aws:principalorgpaths$/i.test(key)) context[key] = known(`o-${NOBODY}/r-${NOBODY}/`);
  }
  return ASKED[kind].map(([action, word]) => ({
    word,
    decision: authorize(
      {
        principal: {
          kind: 'role',
          arn: `arn:${partitionOf(policy.subject)}:iam::${account}:role/${NOBODY}`,
          account,
        },
        action,
        resource: kind === 'bucket' ? `${policy.subject}/${NOBODY}` : policy.subject,
        resourceAccount: policy.account,
        context,
        closed: false,
      },
      {
        identity: [EVERYTHING],
        boundary: null,
        session: null,
        resource: policy.policy,
        scp: null,
        rcp: null,
        endpoint: null,
        restrictPublicBuckets: restricts,
      },
    ),
  }));
}

/** An answer that hangs on which organisation one is in was not read; one that hangs on anything else of the request narrows. */
function isOpen({ verdict, undetermined }: Decision): boolean {
  if (verdict === 'unknown') return true;
  return (
    verdict === 'depends' &&
    undetermined.every((one) => one.kind === 'key' && /^aws:principalorgid$/i.test(one.key))
  );
}

function strangersIn(
  { source }: StorePolicy,
  answers: readonly Answered[],
  who: Strangers['who'],
): Strangers | null {
  const sure = answers.filter(({ decision }) => decision.verdict === 'allowed');
  const told = sure.length > 0 ? sure : answers.filter(({ decision }) => isOpen(decision));
  if (told.length === 0) return null;
  const statements = new Set(
    told.flatMap(({ decision }) =>
      decision.evidence.flatMap((one) =>
        one.layer === 'resource' && one.effect === 'Allow' ? one.statement : [],
      ),
    ),
  );
  return {
    who,
    may: told.map((one) => one.word),
    certainty: sure.length > 0 ? 'shown' : 'possible',
    evidence: [...statements].sort((a, b) => a - b).map((statement) => ({ source, statement })),
    open:
      sure.length > 0
        ? []
        : [
            'whether public policies are shut out, or which organisation it is, was not read, or the policy not in full',
          ],
  };
}
