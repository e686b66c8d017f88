// The contract of a report: a judgement as a file for people or for programs, without a drawing.
import type { Analysis } from '@/lib/analysis/analysis';
import type { Weighed } from '@/lib/findings/acceptance';

export interface Reported {
  readonly analysis: Analysis;
  readonly chosen: Analysis['pipelines'];
  /** What somebody answers for: it is told, and marked as accepted. */
  readonly weighed: Weighed;
  /** Of Hatstack. */
  readonly version: string;
}

export type PrintReport = (reported: Reported) => string;

export interface Reporter {
  readonly id: string;
  /** As a menu shows it. */
  readonly label: string;
  readonly mediaType: string;
  /** Without the dot. */
  readonly extension: string;
  /** Loads the printer only when somebody asks for it. */
  readonly load: () => Promise<PrintReport>;
}
