// Three-valued logic: yes, no, and not known (Kleene's strong logic).

export type Tri = 'yes' | 'no' | 'unknown';
