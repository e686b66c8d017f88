// Zoom in, zoom out, fit, full screen.
import { Glyph } from '@/components/ui/Glyph';
import { useKey } from '@/components/ui/useKey';
import styles from './map.module.css';

export interface MapToolbarProps {
  readonly onZoomIn: () => void;
  readonly onZoomOut: () => void;
  readonly onFit: () => void;
  readonly isFull: boolean;
  readonly onFull: () => void;
}

export function MapToolbar({ onZoomIn, onZoomOut, onFit, isFull, onFull }: MapToolbarProps) {
  useKey('+', onZoomIn);
  useKey('-', onZoomOut);
  useKey('0', onFit);
  useKey('f', onFull);
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
      <button
        type="button"
        aria-pressed={isFull}
        aria-label="Full screen"
        title={isFull ? 'Leave full screen (F)' : 'Full screen (F)'}
        onClick={onFull}
      >
        <Glyph name="expand" size={13} stroke={2} />
      </button>
    </div>
  );
}
