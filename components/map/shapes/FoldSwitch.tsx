// Folds a box into a count, or opens it again.
import { Glyph } from '@/components/ui/Glyph';
import type { Box } from '@/lib/scene/scene';
import styles from '../map.module.css';
import { useMapActions } from '../map-actions';

export function FoldSwitch({ box, isFolded }: { box: Box; isFolded: boolean }) {
  const actions = useMapActions();
  if (box.foldAt === undefined) return null;
  const name = nameOf(box);
  return (
    <button
      type="button"
      className={styles.fold}
      style={{ left: box.x + box.foldAt.x, top: box.y + box.foldAt.y }}
      aria-expanded={!isFolded}
      aria-label={`${isFolded ? 'Open' : 'Fold'} ${name}`}
      title={`${isFolded ? 'Open' : 'Fold'} ${name} (C)`}
      data-fold={box.id}
      onClick={() => actions.fold(box.id)}
    >
      <Glyph name={isFolded ? 'chevron' : 'down'} size={11} stroke={2.4} />
    </button>
  );
}

/** `account acme-tools`, `region us-east-1 of acme-tools`, `stage Deploy`. */
function nameOf({ kind, id, label }: Box): string {
  if (kind === 'stage') return `stage ${id.slice('stage:'.length)}`;
  if (id.startsWith('accounts:')) return `the ${label}`;
  const words = label.split(', ')[0] ?? label;
  return words.slice(0, 1).toLowerCase() + words.slice(1);
}
