// The contract of an export format. An exporter prints boxes, lines and texts; it knows no kind of resource and no verdict.
import type { Scene } from '@/lib/scene/scene';
import type { PenName, ThemeName } from '@/lib/scene/theme';

export interface ExportOptions {
  readonly theme: ThemeName;
  /** clean where left out. */
  readonly pen?: PenName;
  /** Of a PNG: pixels for a px of the drawing. Of a PDF whose page fits or that is tiled: 1 is the size on screen. */
  readonly scale?: number;
  /** Of a PDF; `fit` where left out. */
  readonly page?: PageName;
  /** Of a PDF: as many pages as it takes, instead of one on which everything fits. */
  readonly tile?: boolean;
  /** ISO 8601: what a file that must name a time names, the time of the snapshot. */
  readonly takenAt?: string;
}

/** `fit`: a page as large as the drawing. */
export const PAGES = ['fit', 'a4', 'a3', 'a2', 'a1', 'a0', 'letter'] as const;
export type PageName = (typeof PAGES)[number];

export type PrintScene = (scene: Scene, options: ExportOptions) => string;

export interface Exporter {
  readonly id: string;
  /** As a menu shows it. */
  readonly label: string;
  readonly mediaType: string;
  /** Without the dot. */
  readonly extension: string;
  /** Whether theme and pen change the file: a table and a graph have no looks. */
  readonly hasLooks: boolean;
  /** Loads the printer only when somebody exports. Null: `lib/print` has it, because it takes font files and libraries. */
  readonly load: (() => Promise<PrintScene>) | null;
}
