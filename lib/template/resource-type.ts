// The contract of a resource type: what Ref and Fn::GetAtt give for it, and which facts a scan would record of it.
import type { Json, JsonObject } from '@/lib/base/json';
import type { AccountId, Arn, Region } from '@/lib/names/arn';
import type { Fact } from '@/lib/snapshot/fact';
import type { Declared, StackTemplate } from './stack-template';

/** A resource whose properties are resolved as far as one asks for them. */
export interface Resource extends Declared {
  readonly account: AccountId;
  readonly region: Region;
  readonly partition: string;
  /** A property without intrinsics; undefined where it is not set. */
  readonly property: (name: string) => Json | undefined;
  /** All of them. */
  readonly properties: () => JsonObject;
  /** A property that is a text; undefined where it is not set. */
  readonly text: (name: string) => string | undefined;
  /** What `Ref` gives for it. */
  readonly id: () => string;
  /** What `Fn::GetAtt` gives for it. */
  readonly attribute: (name: string) => Json;
  /** Says that something of it could not be made sense of. */
  readonly problem: (sentence: string) => void;
}

/** The resources of all templates. */
export interface World {
  readonly ofType: (...types: readonly string[]) => readonly Resource[];
  readonly stacks: readonly StackTemplate[];
  /** Documents of managed policies that no template holds: AWS's own. */
  readonly managedPolicies: { readonly [arn: Arn]: Json };
}

export interface ResourceType {
  readonly type: string;
  /** What `Ref` gives. */
  readonly id: (self: Resource) => string;
  /** What `Fn::GetAtt` gives, by attribute. */
  readonly attributes: { readonly [name: string]: (self: Resource) => Json };
  /** The facts of the resource; empty where another type records it, or where `carriesNone` says why there are none. */
  readonly facts: (self: Resource, world: World) => readonly Fact[];
  /** Why no fact comes of it. */
  readonly carriesNone?: string;
}

/** A type of which a scan records nothing by itself. */
export function factless(
  type: string,
  carriesNone: string,
  id: (self: Resource) => string,
  attributes: ResourceType['attributes'] = {},
): ResourceType {
  return { type, id, attributes, facts: () => [], carriesNone };
}
