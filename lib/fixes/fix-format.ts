// How a change is written for whoever keeps the policy: as the document, or in the language of their templates.
import type { PolicyChange } from './fix';

export interface FixFormat {
  /** In URLs and on the command line: `terraform`. */
  readonly id: string;
  readonly title: string;
  /** What a file of it is called, without the dot. */
  readonly extension: string;
  /** The change as text, ready to paste; null where the language has no word for a policy of that kind. Never throws. */
  readonly print: (change: PolicyChange) => string | null;
}
