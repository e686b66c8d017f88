// A CloudFormation template with what it does not say itself: where it is deployed, and with which values.
import type { JsonObject } from '@/lib/base/json';
import type { AccountId, Arn, Region } from '@/lib/names/arn';

export interface StackTemplate {
  /** The stack's name. */
  readonly name: string;
  readonly account: AccountId;
  readonly region: Region;
  readonly template: JsonObject;
  /** Values of the template's parameters; those left out take their default. */
  readonly parameters?: { readonly [name: string]: string };
  /** The execution role that builds the stack; left out where its deployer's own permissions do. */
  readonly executionRole?: Arn;
}

/** A resource of a template, not yet resolved. */
export interface Declared {
  readonly stack: StackTemplate;
  readonly logicalId: string;
  readonly type: string;
  /** Its `Properties`, with the intrinsics still in them. */
  readonly raw: JsonObject;
}
