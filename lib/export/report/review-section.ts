// The contract of a part of the review: what it is told, and that it says it in sections.
import type { Analysis } from '@/lib/analysis/analysis';
import type { Redacted } from '@/lib/analysis/redact/redact-analysis';
import type { Weighed } from '@/lib/findings/acceptance';
import type { Section } from './report';

/** What a review is of. */
export interface ReviewOf {
  readonly analysis: Analysis;
  /** The pipelines that it is about; all of the analysis where it is about the organisation. */
  readonly chosen: Analysis['pipelines'];
  readonly weighed: Weighed;
  /** Set where names are to be replaced; drawings are made of it, because a name that is shortened cannot be found afterwards. */
  readonly redacted?: Redacted | null;
  /** SHA-256 of the snapshot, as its exported file holds it. */
  readonly checksum: string;
  /** Of Hatstack. */
  readonly version: string;
}

/** One more section of the review: its file, and one line in the list. */
export type ReviewSection = (review: ReviewOf) => readonly Section[];
