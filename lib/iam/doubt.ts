// The causes of an `unknown`, by name, so that each can be filled in on its own.

export type Doubt =
  /** The value of a context key (lower-case name). */
  | { readonly kind: 'key'; readonly key: string }
  /** The unknown text in the resource. */
  | { readonly kind: 'resource' }
  /** The name of the role session, where policies name sessions. */
  | { readonly kind: 'session' }
  /** Whether the principal has a permissions boundary, where the boundary was not read. */
  | { readonly kind: 'boundary' }
  /** How a disputed rule is read; `id` tells apart places where it may be read differently. */
  | { readonly kind: 'rule'; readonly rule: string; readonly id: string };

/** Where doubts are gathered; null where nobody asks. */
export type Doubts = Doubt[] | null;
