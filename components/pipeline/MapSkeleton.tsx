import type { Scene } from '@/lib/scene/scene';
import styles from './MapSkeleton.module.css';

/** The boxes of a scene at their final places, while the canvas is on its way. */
export function MapSkeleton({ scene }: { scene: Scene }) {
  return (
    <div className={styles.frame} aria-busy="true">
      <svg
        viewBox={`0 0 ${scene.width} ${scene.height}`}
        aria-hidden="true"
        preserveAspectRatio="xMidYMid meet"
      >
        {scene.boxes.map(({ id, shape, x, y, width, height }) => (
          <rect
            key={id}
            className={styles.box}
            data-shape={shape}
            x={x}
            y={y}
            width={width}
            height={height}
            rx={8}
          />
        ))}
      </svg>
      <p role="status">Drawing {scene.boxes.length} boxes …</p>
    </div>
  );
}
