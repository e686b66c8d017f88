import { ButtonLink } from '@/components/ui/Button';
import { CopyButton } from '@/components/ui/CopyButton';
import styles from './Gaps.module.css';

export interface GapLine {
  readonly call: string;
  readonly permission: string;
  readonly where: string;
  readonly cause: string;
  readonly isCurable: boolean;
}

/** What AWS refused to say, under the bar, with the permissions that cure it. */
export function Gaps({ gaps, unknown, href }: { gaps: readonly GapLine[]; unknown: number; href: string }) {
  if (gaps.length === 0) return null;
  const curable = gaps.filter(({ isCurable }) => isCurable);
  return (
    <details className={styles.gaps}>
      <summary>
        {gaps.length === 1 ? '1 call was' : `${gaps.length} calls were`} refused or failed.{' '}
        {unknown === 0
          ? `No path hangs on ${gaps.length === 1 ? 'it' : 'them'}.`
          : `${unknown === 1 ? '1 path' : `${unknown} paths`} cannot be told.`}{' '}
        <span>{curable.length === 0 ? 'Show them' : 'Show the permissions to add'}</span>
      </summary>
      <ul>
        {gaps.map((gap) => (
          <li key={`${gap.call} ${gap.where} ${gap.cause}`}>
            <code>{gap.permission}</code> in {gap.where}
            {gap.call === gap.permission ? null : (
              <>
                , for the call <code>{gap.call}</code>
              </>
            )}
            : {gap.cause}
          </li>
        ))}
      </ul>
      <div className={styles.next}>
        {curable.length === 0 ? null : (
          <CopyButton
            text={cure(curable)}
            label="Copy as a statement"
            what="permissions of the read-only role"
          />
        )}
        <ButtonLink href={href}>By account and region</ButtonLink>
      </div>
    </details>
  );
}

/** The statement that the read-only role lacks. */
function cure(gaps: readonly GapLine[]): string {
  const actions = [...new Set(gaps.map(({ permission }) => permission))].sort();
  return JSON.stringify({ Effect: 'Allow', Action: actions, Resource: '*' }, null, 2);
}
