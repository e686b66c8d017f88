import Link from 'next/link';
import { Glyph } from '@/components/ui/Glyph';
import { KeyLink } from '@/components/ui/KeyLink';
import { Ticked } from '@/components/ui/Ticked';
import { STATE_WORDS } from '@/components/verdict/states';
import { VerdictMark } from '@/components/verdict/VerdictMark';
import { EditPolicy } from '@/components/what-if/EditPolicy';
import type { WhatIfTrail } from '@/lib/scene/what-if-trail';
import { ShareWhatIf } from './ShareWhatIf';
import styles from './WhatIfBar.module.css';

/** Says over the whole page that it shows what would be, what was edited and what turns by it, and leads back to what is. */
export function WhatIfBar(props: {
  trail: WhatIfTrail;
  id: string;
  /** For a link; null where it is too long for one. */
  packed: string | null;
  discardHref: string;
  hrefOf: (action: string) => string;
}) {
  const { edits, turned, gone, come } = props.trail;
  return (
    <section className={styles.bar} aria-label="What would be">
      <div className={styles.head}>
        <Glyph name="compare" size={14} />
        <p role="status">
          <b>What would be</b>, had {edits.length === 1 ? 'this policy' : `these ${edits.length} policies`}{' '}
          been changed. {countedTurns(turned)}
          {countedMarks(gone, come)} Nothing was changed in AWS.
        </p>
        <ShareWhatIf id={props.id} packed={props.packed} />
        <KeyLink shortcut="Y" href={props.discardHref} scroll={false}>
          Show what is
        </KeyLink>
      </div>
      <div className={styles.words}>
        <ul className={styles.edits} aria-label="Edited policies">
          {edits.map(({ policy, title, remark }) => (
            <li key={policy}>
              <EditPolicy policy={policy} title={title}>
                {title}
              </EditPolicy>
              {remark === null ? null : <span className={styles.remark}>{remark}</span>}
            </li>
          ))}
        </ul>
        {turned.length === 0 ? null : (
          <ul className={styles.turned} aria-label="Actions that turn">
            {turned.map(({ key, before, after }) => (
              <li key={key}>
                <Link href={props.hrefOf(key)} scroll={false} prefetch={false}>
                  {key}
                </Link>{' '}
                <VerdictMark state={before} size={11} /> {STATE_WORDS[before].toLowerCase()} →{' '}
                <VerdictMark state={after} size={11} /> {STATE_WORDS[after].toLowerCase()}
              </li>
            ))}
          </ul>
        )}
        {gone.length + come.length === 0 ? null : (
          <ul className={styles.turned} aria-label="What makes it over-broad">
            {gone.map((title) => (
              <li key={title}>
                <b>Gone:</b> <Ticked text={title} />
              </li>
            ))}
            {come.map((title) => (
              <li key={title}>
                <Glyph name="overbroad" size={12} /> <b>New:</b> <Ticked text={title} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

/** ` 1 finding that marks it as over-broad goes, 2 come.`; nothing where none does. */
function countedMarks(gone: readonly string[], come: readonly string[]): string {
  const parts = [
    ...(gone.length > 0 ? [`${gone.length} ${gone.length === 1 ? 'goes' : 'go'}`] : []),
    ...(come.length > 0 ? [`${come.length} ${come.length === 1 ? 'comes' : 'come'}`] : []),
  ];
  return parts.length === 0 ? '' : ` Of the findings that make it over-broad ${parts.join(', ')}.`;
}

/** `1 action turns for the better, 2 for the worse.` */
function countedTurns(turned: WhatIfTrail['turned']): string {
  const better = turned.filter(({ isBetter }) => isBetter).length;
  const worse = turned.length - better;
  if (turned.length === 0) return 'No action changes state.';
  const parts = [
    ...(better > 0 ? [`${better} for the better`] : []),
    ...(worse > 0 ? [`${worse} for the worse`] : []),
  ];
  return `${turned.length} ${turned.length === 1 ? 'action turns' : 'actions turn'}: ${parts.join(', ')}.`;
}
