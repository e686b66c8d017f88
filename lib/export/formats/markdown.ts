// The drawing as Markdown: what it says in words, its Mermaid diagrams, and every edge that is not in order.
import type { Scene } from '@/lib/scene/scene';
import { stateWord } from '@/lib/scene/state-word';
import type { ExportOptions } from '../exporter';
import { markdownText } from '../markdown-text';
import { mermaidDiagrams } from '../mermaid-text';
import { outlineOf } from '../outline';

/** A Markdown document. A large drawing is cut into several diagrams, with a note. The same scene and looks give the same bytes. Never
 *  throws. */
export function printMarkdown(scene: Scene, look: ExportOptions): string {
  const diagrams = mermaidDiagrams(scene, look);
  const names = new Map(outlineOf(scene).nodes.map(({ box, name }) => [box.id, name]));
  const wrong = outlineOf(scene).edges.filter(
    ({ line, drawn }) => drawn && (line.overBroad || (line.state !== 'works' && line.state !== 'neutral')),
  );
  return [
    `# ${markdownText(scene.title)}`,
    '',
    markdownText(scene.caption),
    '',
    markdownText(scene.description),
    '',
    ...(diagrams.length === 1
      ? []
      : [
          `The drawing is cut into ${diagrams.length} diagrams: Mermaid draws at most 500 edges in 50,000 characters. A card may stand in several of them, an edge stands in one.`,
          '',
        ]),
    ...diagrams.flatMap((diagram) => ['```mermaid', diagram.trimEnd(), '```', '']),
    ...(wrong.length === 0
      ? ['Every edge works, and none is over-broad.', '']
      : [
          '| From | | To | State | Says |',
          '|---|---|---|---|---|',
          ...wrong.map(({ line }) =>
            row([
              names.get(line.from) ?? line.from,
              line.verb,
              names.get(line.to) ?? line.to,
              [
                ...(line.state === 'neutral' ? [] : [stateWord(line.state)]),
                ...(line.overBroad ? ['over-broad'] : []),
              ].join(', '),
              line.label,
            ]),
          ),
          '',
        ]),
  ].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(markdownText).join(' | ')} |`;
}
