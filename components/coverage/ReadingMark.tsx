import { VerdictMark } from '@/components/verdict/VerdictMark';
import type { Reading } from '@/lib/scene/coverage';
import styles from './ReadingMark.module.css';

const WORDS: Readonly<Record<Reading, string>> = {
  read: 'all read',
  partly: 'not answered',
  closed: 'could not be entered',
  suspended: 'suspended',
  'not-asked': 'not scanned',
};

/** Whether a place was read: a tick, a dotted question mark with the count, or a dotted frame for what nobody saw. */
export function ReadingMark({
  reading,
  unanswered,
  isShort = false,
}: {
  reading: Reading;
  unanswered: number;
  isShort?: boolean;
}) {
  if (reading === 'read' || reading === 'partly') {
    return (
      <span className={styles.mark} data-reading={reading}>
        <VerdictMark state={reading === 'read' ? 'works' : 'unknown'} size={13} />
        {reading === 'read'
          ? WORDS.read
          : isShort
            ? counted(unanswered, 'gap')
            : `${unanswered} ${WORDS.partly}`}
      </span>
    );
  }
  return (
    <span className={styles.mark} data-reading={reading}>
      {WORDS[reading]}
    </span>
  );
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
