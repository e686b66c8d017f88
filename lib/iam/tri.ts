// Three-valued logic: yes, no, and not known (Kleene's strong logic).

export type Tri = 'yes' | 'no' | 'unknown';

/** Both: `no` wins over `unknown`. Never throws. */
export function and(a: Tri, b: Tri): Tri {
  if (a === 'no' || b === 'no') return 'no';
  return a === 'yes' && b === 'yes' ? 'yes' : 'unknown';
}

/** Either: `yes` wins over `unknown`. Never throws. */
export function or(a: Tri, b: Tri): Tri {
  if (a === 'yes' || b === 'yes') return 'yes';
  return a === 'no' && b === 'no' ? 'no' : 'unknown';
}

/** The opposite; what is not known stays so. Never throws. */
export function not(a: Tri): Tri {
  if (a === 'unknown') return 'unknown';
  return a === 'yes' ? 'no' : 'yes';
}

/** A plain truth as one of the three. Never throws. */
export function triOf(truth: boolean): Tri {
  return truth ? 'yes' : 'no';
}
