// The drawing as a Mermaid flowchart: subgraphs for accounts and regions, states as classes and arrowheads.
import type { Scene } from '@/lib/scene/scene';
import type { ExportOptions } from '../exporter';
import { mermaidDiagrams } from '../mermaid-text';

/** One diagram within Mermaid's limits. A drawing that needs several is cut: the first is printed, and a note in it says how many there
 *  are and which format has them all. The same scene and looks give the same bytes. Never throws. */
export function printMermaid(scene: Scene, look: ExportOptions): string {
  const [first = '', ...rest] = mermaidDiagrams(scene, look);
  if (rest.length === 0) return first;
  const note = `Part 1 of ${rest.length + 1}: Mermaid draws at most 500 edges in 50,000 characters. The Markdown export has every part; a smaller scope fits into one.`;
  return `${first}  note["${note}"]\n`;
}
