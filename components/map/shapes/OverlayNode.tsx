// What lies over lines and cards: rings, words, and the wide invisible lines that take clicks and focus.
import type { NodeProps } from '@xyflow/react';
import type { KeyboardEvent } from 'react';
import type { OverlayNode as Overlay, SeenLine } from '../flow-from-scene';
import styles from '../map.module.css';
import { useMapActions } from '../map-actions';
import { Parts } from '../Parts';
import { FoldSwitch } from './FoldSwitch';

export function OverlayNode({ data: { lines, scene } }: NodeProps<Overlay>) {
  const size = { width: scene.width, height: scene.height };
  return (
    <>
      <svg className={styles.overlay} {...size} aria-hidden="true">
        {lines
          .filter(({ fade }) => fade === 1)
          .map(({ line }) => (
            <g key={line.id} data-paths={line.paths.join('\n')}>
              <Parts parts={line.ringParts} />
            </g>
          ))}
        <Parts parts={scene.texts} />
      </svg>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of shapes inside a drawing is no fieldset */}
      <svg className={styles.overlay} {...size} role="group" aria-label="Edges">
        {lines.map((seen) => (
          <Touch key={seen.line.id} seen={seen} />
        ))}
      </svg>
      <section className={styles.switches} aria-label="Boxes to fold">
        {scene.boxes.map((box) => (
          <FoldSwitch key={box.id} box={box} isFolded={scene.folded?.includes(box.id) ?? false} />
        ))}
      </section>
    </>
  );
}

/** 8 px of an edge that can be clicked, focused and heard; a ring on it counts as a part of it. */
function Touch({ seen: { line, opens } }: { seen: SeenLine }) {
  const actions = useMapActions();
  if (opens === null) return null;
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    actions.open(opens);
  };
  const d = line.points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  return (
    // biome-ignore lint/a11y/useSemanticElements: an edge is a shape inside a drawing, and SVG has no button
    <g
      className={styles.touch}
      role="button"
      tabIndex={0}
      aria-label={line.label}
      data-line={line.id}
      onClick={() => actions.open(opens)}
      onKeyDown={press}
      onPointerEnter={() => actions.hover(line.paths)}
      onPointerLeave={() => actions.hover(null)}
    >
      <path d={d} />
      {line.ring === null ? null : <circle cx={line.ring.x} cy={line.ring.y} r={12} />}
    </g>
  );
}
