// What a card had to shorten, or does not show from this far away, in full and at once.
import { NodeToolbar, Position } from '@xyflow/react';
import type { Box, Primitive } from '@/lib/scene/scene';
import styles from '../map.module.css';
import { useZoomLevel } from '../use-zoom-level';
import { partsAt } from '../zoom-level';

export function FullNames({ box, isShown }: { box: Box; isShown: boolean }) {
  const level = useZoomLevel();
  if (!isShown) return null;
  const seen = new Set(textsOf(partsAt(box, level)).map(({ text }) => text));
  const whole = textsOf(box.parts);
  const names = whole
    .filter((part) => part.full !== undefined || !seen.has(part.text))
    .map((part) => part.full ?? part.text);
  if (names.length === 0) return null;
  return (
    <NodeToolbar isVisible position={Position.Bottom} offset={8}>
      <div className={styles.full} aria-hidden="true">
        {[...new Set(names)].map((name) => (
          <div key={name}>{name}</div>
        ))}
      </div>
    </NodeToolbar>
  );
}

function textsOf(parts: readonly Primitive[]): readonly Extract<Primitive, { kind: 'text' }>[] {
  return parts.flatMap((part) => (part.kind === 'text' ? [part] : []));
}
