// The closed table of reasons why a statement does not apply, and the element that did not match.

export const REASONS = {
  'action-not-listed': 'the action is not listed',
  'action-excluded': 'the action is excluded by NotAction',
  'principal-not-named': 'the principal is not named',
  'principal-other-account': 'the principals named are of another account',
  'principal-excluded': 'the principal is excluded by NotPrincipal',
  'resource-not-listed': 'the resource is not listed',
  'resource-other-account': 'the ARN names another account',
  'resource-other-region': 'the ARN names another region',
  'resource-bucket-not-object': 'the ARN names the bucket, not its objects',
  'resource-object-not-bucket': 'the ARN names the objects, not the bucket',
  'resource-excluded': 'the resource is excluded by NotResource',
  'resource-missing': 'the statement has no Resource and so no effect',
  'condition-not-met': 'a condition is not met',
  'condition-key-absent': 'a condition asks for a key that the request does not carry',
  'condition-undetermined': 'a condition turns on a value not known before the request',
  'statement-unreadable': 'the statement cannot be read',
} as const;

export type Reason = keyof typeof REASONS;

export type StatementElement = 'Action' | 'Principal' | 'Resource' | 'Condition' | 'Statement';
