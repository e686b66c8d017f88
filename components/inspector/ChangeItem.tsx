import { CodeBox } from '@/components/ui/CodeBox';
import { CopyButton } from '@/components/ui/CopyButton';
import { Glyph } from '@/components/ui/Glyph';
import { Prose } from '@/components/verdict/Prose';
import type { ChangeTrail } from '@/lib/scene/trail';
import styles from './ChangeItem.module.css';
import { CodeLine } from './CodeLine';

/** One change: who makes it, where, and the statement to add. */
export function ChangeItem({ change }: { change: ChangeTrail }) {
  const lines = change.statement?.split('\n') ?? [];
  return (
    <div className={styles.change}>
      <p className={styles.sentence}>
        <Glyph name="account" size={14} />
        <span>
          <b>{change.account}</b>: <Prose words={change.sentence} />
        </span>
      </p>
      {change.statement === null ? null : (
        <>
          <div className={styles.statement}>
            <CodeBox label={`Statement to add to ${change.where}`}>
              {lines.map((line, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text never move
                <CodeLine key={place} gutter="+" text={line} />
              ))}
            </CodeBox>
          </div>
          <CopyButton text={change.statement} label="Copy JSON" what={`statement for ${change.where}`} />
        </>
      )}
    </div>
  );
}
