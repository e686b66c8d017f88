// What roles, users and groups have in common in GetAccountAuthorizationDetails.
import type { Json } from '@/lib/base/json';
import type { Arn } from '@/lib/names/arn';
import { field, listField, textField } from './fact-index';
import { policyDocument } from './policy-document';
import type { InlinePolicy } from './resource';

/** The inline policies in a list of PolicyName and PolicyDocument. Never throws. */
export function inlinePolicies(data: Json, listName: string): readonly InlinePolicy[] {
  return listField(data, listName).map((entry, index) => ({
    name: textField(entry, 'PolicyName') ?? `inline-${index + 1}`,
    document: policyDocument(field(entry, 'PolicyDocument')),
  }));
}

/** The ARNs of the attached managed policies. Never throws. */
export function attachedArns(data: Json): readonly Arn[] {
  return listField(data, 'AttachedManagedPolicies').flatMap((entry) => textField(entry, 'PolicyArn') ?? []);
}
