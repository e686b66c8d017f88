'use client';

import { useFindingsCount } from './findings-count';
import { RailLink } from './RailLink';

/** The sign of the findings, with how many there are in the snapshot in view. */
export function FindingsLink() {
  return <RailLink href="/findings" label="Findings" glyph="finding" count={useFindingsCount()} />;
}
