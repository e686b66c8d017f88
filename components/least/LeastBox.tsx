import { ChangeItem } from '@/components/inspector/ChangeItem';
import { PolicySource } from '@/components/inspector/PolicySource';
import { Glyph } from '@/components/ui/Glyph';
import { Prose } from '@/components/verdict/Prose';
import type { GlyphName } from '@/lib/scene/glyphs';
import type { LeastView, StatementRow } from '@/lib/scene/least-view';
import { plain } from '@/lib/scene/words';
import styles from './LeastBox.module.css';

/** Needed, granted and surplus of a hat, statement by statement, and the least set of policies to paste. */
export function LeastBox({ least }: { least: LeastView }) {
  return (
    <section className={styles.box} aria-labelledby="least">
      <h2 id="least">Needed, granted, surplus</h2>
      <p className={styles.lead}>
        <Prose words={least.sentence} />
      </p>
      {least.statements.map((row) => (
        <Statement key={row.id} row={row} />
      ))}
      {least.missing.map((one) => (
        <p key={one} className={styles.missing}>
          Needed and granted by nobody: <code>{one}</code>
        </p>
      ))}
      {least.limits.map((one) => (
        <p key={one} className={styles.limit}>
          {one}
        </p>
      ))}
      {least.changes.length === 0 ? null : (
        <>
          <h3>Least policies</h3>
          {least.tried === null ? null : <p className={styles.lead}>{least.tried}</p>}
          {least.removes.length === 0 ? null : (
            <p className={styles.lead}>Then take off the role: {least.removes.join(', ')}.</p>
          )}
          {least.changes.map((change) => (
            <details key={change.where} className={styles.change}>
              <summary>
                {change.where} <span>in {change.account}</span>
              </summary>
              <ChangeItem change={change} />
            </details>
          ))}
        </>
      )}
    </section>
  );
}

const GLYPHS: Readonly<Record<StatementRow['says'], GlyphName>> = {
  'needed as it is': 'works',
  'wider than needed': 'overbroad',
  'serves nothing known': 'overbroad',
  'cannot tell': 'unknown',
};

const TONES = {
  'needed as it is': 'works',
  'wider than needed': 'broad',
  'serves nothing known': 'broad',
  'cannot tell': 'unknown',
} as const;

function Statement({ row }: { row: StatementRow }) {
  return (
    <details className={styles.statement}>
      <summary>
        <span className={styles.mark} data-tone={TONES[row.says]}>
          <Glyph name={GLYPHS[row.says]} size={13} stroke={1.9} />
        </span>
        <b>{row.title}</b>
        <span>{row.says}</span>
      </summary>
      <ul className={styles.wider}>
        {row.wider.map((one) => (
          <li key={plain(one)}>
            <Prose words={one} />
          </li>
        ))}
      </ul>
      {row.serves.length === 0 ? null : (
        <ul className={styles.serves} aria-label="Needed for">
          {row.serves.map((one) => (
            <li key={one}>
              <code>{one}</code>
            </li>
          ))}
        </ul>
      )}
      <PolicySource title={row.title} lines={row.lines} tone={TONES[row.says]} />
    </details>
  );
}
