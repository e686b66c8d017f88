// Where compiled policies are kept between the pages of roles.
import { type PolicyShelf, policyShelf } from '@/lib/verdict/policy-shelf';

export type HatShelf = PolicyShelf;

/** A new, empty shelf: one for each analysis. Never throws. */
export function hatShelf(): HatShelf {
  return policyShelf();
}
