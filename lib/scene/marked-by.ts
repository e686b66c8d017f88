// The findings behind a mark, on what is drawn: left out where there are none.

/** To be spread into a box or a line. Never throws. */
export function markedBy({ marks }: { readonly marks: readonly string[] }): {
  readonly marks?: readonly string[];
} {
  return marks.length === 0 ? {} : { marks };
}
