import styles from './RunMark.module.css';

const TONES: { readonly [status: string]: 'ok' | 'fail' | 'now' } = {
  Succeeded: 'ok',
  Failed: 'fail',
  InProgress: 'now',
};
const WORDS: { readonly [status: string]: string } = { InProgress: 'In progress' };

/** AWS's own state of the last run: a square and AWS's word, never an IAM verdict. */
export function RunMark({ status }: { status: string | null }) {
  const tone = (status === null ? undefined : TONES[status]) ?? 'none';
  return (
    <span className={styles.run}>
      <i data-tone={tone} />
      {status === null ? 'Not run' : (WORDS[status] ?? status)}
    </span>
  );
}
