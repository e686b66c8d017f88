import { Glyph } from '@/components/ui/Glyph';
import { KeyLink } from '@/components/ui/KeyLink';
import styles from './TriedBar.module.css';

/** Says over the whole page that it shows what would be, and leads back to what is. */
export function TriedBar(props: { changes: number; action: string; href: string }) {
  const { changes, action, href } = props;
  return (
    <div className={styles.bar} role="status">
      <Glyph name="compare" size={14} />
      <p>
        <b>What would be</b>: this pipeline, had {changes === 1 ? 'the change' : `the ${changes} changes`} for{' '}
        <b>{action}</b> been made. Nothing was changed in AWS.
      </p>
      <KeyLink shortcut="Y" href={href} scroll={false}>
        Show what is
      </KeyLink>
    </div>
  );
}
