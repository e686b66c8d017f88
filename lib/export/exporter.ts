// The contract of an export format. An exporter prints boxes, lines and texts; it knows no kind of resource and no verdict.
import type { Scene } from '@/lib/scene/scene';
import type { PenName, ThemeName } from '@/lib/scene/theme';

export interface ExportOptions {
  readonly theme: ThemeName;
  /** clean where left out. */
  readonly pen?: PenName;
}

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
  /** Loads the printer only when somebody exports. */
  readonly load: () => Promise<PrintScene>;
}
