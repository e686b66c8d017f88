// What a card had to shorten, in full and at once, whatever the zoom.
import { NodeToolbar, Position } from '@xyflow/react';
import type { Box } from '@/lib/scene/scene';
import styles from '../map.module.css';

export function FullNames({ box, isShown }: { box: Box; isShown: boolean }) {
  const names = box.parts.flatMap((part) =>
    part.kind === 'text' && part.full !== undefined ? [part.full] : [],
  );
  if (!isShown || names.length === 0) return null;
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
