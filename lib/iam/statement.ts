// A statement of a policy, read once: every element ready to be compared with a request.
import type { JsonObject } from '@/lib/base/json';
import type { Evidence } from './decision';
import type { Operand, Operator } from './operator';
import type { Template } from './template';
import type { Pattern } from './wildcard';

export interface Statement {
  /** 0-based index in its document. */
  readonly index: number;
  /** JSON pointer into its document. */
  readonly pointer: string;
  readonly sid: string | null;
  readonly effect: Effect;
  /** What could not be read; the statement then applies, or does not, in a way we do not know. */
  readonly unreadable: readonly string[];
  /** Null: could not be read. */
  readonly actions: ActionList | null;
  /** Null: could not be read, or there is none (see `hasResource`). */
  readonly resources: ResourceList | null;
  readonly hasResource: boolean;
  /** Null: could not be read, or the policy is of a type without principals. */
  readonly principals: PrincipalList | null;
  readonly conditions: readonly Condition[];
  /** The statement as written. */
  readonly source: JsonObject;
  /** What it is cited as when it applies. */
  readonly evidence: Evidence;
}

/** `unreadable`: may be either. */
export type Effect = 'Allow' | 'Deny' | 'unreadable';

export interface ActionList {
  /** NotAction: matches when none is listed. */
  readonly isNegated: boolean;
  /** Lower-case. */
  readonly patterns: readonly Pattern[];
}

export interface ResourceList {
  /** NotResource: matches when none is listed. */
  readonly isNegated: boolean;
  readonly patterns: readonly ResourcePattern[];
}

export type ResourcePattern =
  | { readonly kind: 'everything' }
  | { readonly kind: 'literal'; readonly arn: string }
  | ArnGlob
  /** Policy variables after the fifth colon: an ArnGlob once they are filled in. */
  | { readonly kind: 'template'; readonly template: Template; readonly isCompleted: boolean }
  | { readonly kind: 'nothing' };

export interface ArnGlob {
  readonly kind: 'glob';
  /** Wildcards keep to their field; null where the text has too few fields. */
  readonly strict: Pattern | null;
  /** A `*` that ends a field may run over colons; null where none does. */
  readonly loose: Pattern | null;
  readonly isShort: boolean;
}

export interface PrincipalList {
  /** NotPrincipal: everyone but these. */
  readonly isNegated: boolean;
  /** `"*"`. */
  readonly hasEveryone: boolean;
  /** `{"AWS": "*"}`: the same as `"*"` but for services, where AWS does not say. */
  readonly hasEveryAwsPrincipal: boolean;
  /** ARNs of users, roles, sessions and federated users as written. */
  readonly arns: ReadonlySet<string>;
  /** Whole accounts: the account id, after its partition and a colon where an ARN was written. */
  readonly accounts: ReadonlySet<string>;
  /** Session names by `partition:account:role name`. */
  readonly sessions: ReadonlyMap<string, ReadonlySet<string>>;
  readonly services: ReadonlySet<string>;
  readonly federated: ReadonlySet<string>;
  readonly canonicalUsers: ReadonlySet<string>;
  /** Ids of deleted roles and users (`AROA…`, `AIDA…`): dangling trust. */
  readonly uniqueIds: ReadonlySet<string>;
}

export interface Condition {
  readonly operator: Operator;
  readonly qualifier: 'none' | 'any' | 'all';
  readonly isIfExists: boolean;
  /** Lower-case name of the context key. */
  readonly key: string;
  readonly operands: readonly (Operand | TemplateOperand)[];
  /** The values as written. */
  readonly written: readonly string[];
  /** JSON pointer to the key's values. */
  readonly pointer: string;
  /** Remarks on how the condition is written, in words. */
  readonly remarks: readonly string[];
}

export interface TemplateOperand {
  readonly template: Template;
}
