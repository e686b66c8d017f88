// What the intrinsics of a template can refer to.
import type { Json } from '@/lib/base/json';
import type { StackTemplate } from './stack-template';

/** Where a value stands, and what it can refer to. */
export interface Scope {
  readonly stack: StackTemplate;
  readonly partition: string;
  /** What `Ref` gives for a resource of this template; undefined where there is none of that name. */
  readonly idOf: (logicalId: string) => string | undefined;
  /** What `Fn::GetAtt` gives; undefined where there is no such resource. */
  readonly attributeOf: (logicalId: string, attribute: string) => Json | undefined;
  /** The value of an export in the stack's own account and region; undefined where nobody exports it. */
  readonly exported: (name: string) => Json | undefined;
  /** Works something out unless that is what is being worked out already: a circle is a problem, and undefined. */
  readonly within: <T>(what: string, work: () => T) => T | undefined;
  /** Says that something could not be resolved; the value then is null. */
  readonly problem: (sentence: string) => void;
}

/** Replaces the intrinsics of a value; handed to the functions, whose arguments may hold more of them. */
export type Resolve = (value: Json, scope: Scope) => Json | undefined;
