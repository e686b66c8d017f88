// The state of the Compare page, as its URL holds it.
import { createSerializer, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { PENS, type PenName } from '@/lib/scene/theme';

export const compareState = {
  before: parseAsString,
  after: parseAsString,
  /** `account.region.name` of the pipeline that is drawn; not named: the first. */
  pipeline: parseAsString,
  /** Letters of names: which pipelines are listed. */
  find: parseAsString.withDefault(''),
  pen: parseAsStringLiteral(PENS).withDefault('clean'),
  /** What other pages carry along: taken for `after`. */
  snapshot: parseAsString,
};

export interface CompareState {
  readonly before: string | null;
  readonly after: string | null;
  readonly pipeline: string | null;
  readonly find: string;
  readonly pen: PenName;
}

export const compareHref = createSerializer(compareState);

/** A list that is longer is searched, not scrolled. */
export const MOST_LISTED = 200;
