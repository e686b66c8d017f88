// A question of the reader's own, judged like a need of an execution: any principal, action and resource of the snapshot.
import type { Need } from '@/lib/graph/hop';
import { known } from '@/lib/iam/context';
import type { Context, Principal } from '@/lib/iam/request';
import type { Inventory } from '@/lib/model/inventory';
import { type Arn, arnName, parseArn } from '@/lib/names/arn';
import { judgeNeed } from './judge-need';
import type { JudgedNeed } from './judgement';
import type { PolicyShelf } from './policy-shelf';

export interface Asked {
  readonly principal: Principal;
  /** `service:Action`. */
  readonly action: string;
  readonly resource: Arn | '*';
  /** What the reader says of the request; every other key is undetermined, but those that the snapshot tells. */
  readonly context: Context;
}

const LOGIC = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html';

/** Judges it over the snapshot. A resource policy that nobody read could still allow what was found denied, so such a denial is not
 *  the last word; an allow inside one account stands, and says what could yet deny it. Never throws.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html (read 2026-11-24) */
export function askNeed(inventory: Inventory, shelf: PolicyShelf, asked: Asked): JudgedNeed {
  const need = needOf(inventory, asked);
  const judged = judgeNeed(inventory, shelf, need);
  const unread = unreadPolicyOf(inventory, need);
  if (unread === null) return judged;
  const { by, verdict, caveats } = judged.decision;
  if (verdict === 'denied' && (by === 'identity' || by === 'resource'))
    return judgeNeed(inventory, shelf, { ...need, doubt: unread });
  if (verdict !== 'allowed') return judged;
  return {
    ...judged,
    decision: { ...judged.decision, caveats: [...caveats, `${unread}: a Deny in one would count`] },
  };
}

function needOf(inventory: Inventory, { principal, action, resource, context }: Asked): Need {
  const region = parseArn(resource)?.region ?? '';
  return {
    principal,
    action,
    resource,
    resourceAccount: ownerOf(inventory, principal, action, resource),
    base: region === '' ? {} : { 'aws:RequestedRegion': known(region) },
    context,
    essential: true,
    asked: true,
    because: 'Asked by you: nothing says that a pipeline makes this request.',
    source: LOGIC,
    ...(/^s3:GetObject/i.test(action) ? { objectOwner: 'not known' as const } : {}),
  };
}

/** The account in the ARN; a bucket's where it was read. Services whose ARNs name no account, and requests that name no resource,
 *  speak of what belongs to the caller. */
function ownerOf(
  inventory: Inventory,
  principal: Principal,
  action: string,
  resource: string,
): string | null {
  if (action.startsWith('s3:')) {
    const slash = resource.indexOf('/');
    return inventory.buckets.get(slash < 0 ? resource : resource.slice(0, slash))?.account ?? null;
  }
  const named = parseArn(resource)?.account ?? '';
  if (/^\d{12}$/.test(named)) return named;
  return 'account' in principal ? principal.account : null;
}

/** Services whose resources carry no policy, or whose policies the verdict weighs in every case. Of any other a policy may exist.
 *  That there is none is said of each service on its own page, opened for Auto Scaling and Step Functions; of the others in the table.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
 *  @see https://docs.aws.amazon.com/step-functions/latest/dg/security_iam_service-with-iam.html (read 2026-11-27)
 *  @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/control-access-using-iam.html (read 2026-11-27) */
const WEIGHED: ReadonlySet<string> = new Set([
  'autoscaling',
  'cloudformation',
  'codecommit',
  'codedeploy',
  'ec2',
  'ecs',
  'elasticbeanstalk',
  'iam',
  'kms',
  's3',
  'states',
  'sts',
]);

/** `the resource policy of orders was not read`; null where none can exist or it was weighed. */
function unreadPolicyOf(inventory: Inventory, { action, resource }: Need): string | null {
  const service = action.slice(0, action.indexOf(':')).toLowerCase();
  if (resource === '*' || WEIGHED.has(service) || inventory.resourcePolicies.has(resource)) return null;
  return `whether ${arnName(resource)} has a resource policy was not read`;
}
