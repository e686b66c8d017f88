import { createLoader, parseAsString } from 'nuqs/server';

/** Reads `?snapshot=` from the parameters of a page. */
export const askedSnapshot = createLoader({ snapshot: parseAsString });
