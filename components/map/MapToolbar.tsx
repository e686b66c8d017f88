// Zoom in, zoom out, fit.
import { useKey } from '@/components/ui/useKey';
import styles from './map.module.css';

export interface MapToolbarProps {
  readonly onZoomIn: () => void;
  readonly onZoomOut: () => void;
  readonly onFit: () => void;
}

export function MapToolbar({ onZoomIn, onZoomOut, onFit }: MapToolbarProps) {
  useKey('+', onZoomIn);
  useKey('-', onZoomOut);
  useKey('0', onFit);
  return (
    <div className={styles.zoom} role="toolbar" aria-label="Zoom">
      <button type="button" aria-label="Zoom in" title="Zoom in (+)" onClick={onZoomIn}>
        +
      </button>
      <button type="button" aria-label="Zoom out" title="Zoom out (-)" onClick={onZoomOut}>
        −
      </button>
      <button type="button" title="Fit the whole drawing (0)" onClick={onFit}>
        Fit
      </button>
    </div>
  );
}
