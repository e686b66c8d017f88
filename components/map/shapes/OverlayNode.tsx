// What lies over lines and cards: rings, words, and the wide invisible lines that take clicks and focus.
import type { NodeProps } from '@xyflow/react';
import { type KeyboardEvent, memo } from 'react';
import type { Box } from '@/lib/scene/scene';
import type { OverlayNode as Overlay, SeenLine } from '../flow-from-scene';
import { isMet, type Part } from '../in-view';
import styles from '../map.module.css';
import { useMapActions } from '../map-actions';
import { Parts } from '../Parts';
import { usePartInView } from '../use-part-in-view';
import { FoldSwitch } from './FoldSwitch';

export function OverlayNode({ data: { lines: all, scene } }: NodeProps<Overlay>) {
  const view = usePartInView();
  const lines = all.filter(({ part }) => isMet(part, view));
  const boxes = scene.boxes.filter(
    (box) => box.foldAt !== undefined && isMet(partOfSwitch(box, box.foldAt), view),
  );
  const size = { width: scene.width, height: scene.height };
  return (
    <>
      <svg className={styles.overlay} {...size} aria-hidden="true">
        {lines.map((seen) => (seen.fade === 1 ? <Rings key={seen.line.id} seen={seen} /> : null))}
        <Parts parts={scene.texts} />
      </svg>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of shapes inside a drawing is no fieldset */}
      <svg className={styles.overlay} {...size} role="group" aria-label="Edges">
        {lines.map((seen) => (
          <Touch key={seen.line.id} seen={seen} />
        ))}
      </svg>
      <section className={styles.switches} aria-label="Boxes to fold">
        {boxes.map((box) => (
          <FoldSwitch key={box.id} box={box} isFolded={scene.folded?.includes(box.id) ?? false} />
        ))}
      </section>
    </>
  );
}

/** Where the switch of a box stands: a frame may reach over many squares, its switch is in one. */
function partOfSwitch({ x, y }: Box, at: { readonly x: number; readonly y: number }): Part {
  return { left: x + at.x, top: y + at.y, right: x + at.x + 18, bottom: y + at.y + 18 };
}

const Rings = memo(function Rings({ seen: { line } }: { seen: SeenLine }) {
  return (
    <g data-paths={line.paths.join('\n')}>
      <Parts parts={line.ringParts} />
    </g>
  );
});

/** 8 px of an edge that can be clicked, focused and heard; a ring on it counts as a part of it. */
const Touch = memo(function Touch({ seen: { line, opens } }: { seen: SeenLine }) {
  const actions = useMapActions();
  if (opens === null) return null;
  // The policies that meet at the ring are those of this hop.
  const open = () => actions.open(opens, line.hops?.[line.paths.indexOf(opens)] || undefined);
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    open();
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
      onClick={open}
      onKeyDown={press}
      onPointerEnter={() => actions.hover(line.paths)}
      onPointerLeave={() => actions.hover(null)}
    >
      <path d={d} />
      {line.ring === null ? null : <circle cx={line.ring.x} cy={line.ring.y} r={12} />}
    </g>
  );
});
