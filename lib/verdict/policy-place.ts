// From the id of a policy in an answer to the place where its text stands, so that it can be edited.
import type { PolicyPlace } from '@/lib/model/overlay';
import { parseArn } from '@/lib/names/arn';
import { policyId } from './policy-shelf';

/** The place of the policy with this id (`policyId` makes it); null where it stands for policies that were not read, and for those
 *  that AWS keeps itself, which nobody edits. Never throws. */
export function placeOfPolicy(id: string): PolicyPlace | null {
  const colon = id.indexOf(':');
  const [kind, rest] = [id.slice(0, colon), id.slice(colon + 1)];
  switch (kind) {
    case 'inline': {
      // The name of a policy has no slash, the path of its owner has.
      const slash = rest.lastIndexOf('/');
      return slash < 0 ? null : { kind: 'inline', owner: rest.slice(0, slash), name: rest.slice(slash + 1) };
    }
    case 'boundary':
      return managed(rest);
    case 'trust':
      return { kind: 'trust', role: rest };
    case 'resource':
      return placeOnResource(rest);
    case 'arn': {
      const at = id.lastIndexOf('@');
      const arn = parseArn(id);
      if (arn?.service !== 'organizations') return managed(id);
      return at < 0 || arn.account === 'aws' ? null : { kind: 'guardrail', policy: id.slice(0, at) };
    }
    default:
      return null;
  }
}

/** An id of a policy in this place: `placeOfPolicy` leads back. Never throws. */
export function policyInPlace(place: PolicyPlace): string {
  switch (place.kind) {
    case 'trust':
      return policyId.trust(place.role);
    case 'inline':
      return policyId.inline(place.owner, place.name);
    case 'managed':
      return policyId.managed(place.policy);
    case 'bucket':
      return policyId.resource(place.bucket);
    case 'key':
      return policyId.resource(place.key);
    case 'resource':
      return policyId.resource(place.resource);
    case 'guardrail':
      // Wherever it is attached it is one document.
      return policyId.guardrail('*', place.policy);
  }
}

function managed(arn: string): PolicyPlace | null {
  const parts = parseArn(arn);
  // A boundary that was not read carries the ARN of its role instead.
  if (parts?.service !== 'iam' || !parts.resource.startsWith('policy/') || parts.account === 'aws')
    return null;
  return { kind: 'managed', policy: arn };
}

function placeOnResource(arn: string): PolicyPlace | null {
  switch (parseArn(arn)?.service) {
    case undefined:
      return null;
    case 's3':
      return { kind: 'bucket', bucket: arn };
    case 'kms':
      return { kind: 'key', key: arn };
    default:
      return { kind: 'resource', resource: arn };
  }
}
