// What is wrong with a policy that a person typed, and where.
import type { TextPlace } from '@/lib/base/json-text';

export interface TextProblem {
  /** error: AWS would refuse the document; warning: it takes it, but it says less than it seems to. */
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly place: TextPlace;
}

/** A problem of a part of the document, before its place in the text is looked up. */
export interface PartProblem {
  readonly severity: TextProblem['severity'];
  readonly message: string;
  /** JSON pointer of the part. */
  readonly pointer: string;
}
