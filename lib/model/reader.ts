// The contract of a resource reader: which facts it reads and what it makes of them.
import type { FactIndex } from './fact-index';
import type { Resource, ResourceKind } from './resource';

export interface Reading<R extends Resource> {
  readonly resources: readonly R[];
  /** What could not be made sense of: one line each, with the ARN. */
  readonly problems: readonly string[];
}

export interface Reader<K extends ResourceKind> {
  readonly kind: K;
  /** The kinds of facts it reads. */
  readonly facts: readonly string[];
  readonly read: (facts: FactIndex) => Reading<Extract<Resource, { kind: K }>>;
}
