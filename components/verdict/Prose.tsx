import type { Words } from '@/lib/scene/trail';
import styles from './Prose.module.css';

/** A sentence with names in it; a name that AWS sees is set in the code font. */
export function Prose({ words }: { words: Words }) {
  const keyed = words.map((segment, place) => ({ ...segment, key: `${place} ${segment.text}` }));
  return keyed.map(({ key, text, mono, strong }) => {
    const name = mono ? <code key={key}>{text}</code> : <Plain key={key} text={text} />;
    return strong ? <b key={key}>{name}</b> : name;
  });
}

const REGION = /\b([a-z]{2}(?:-[a-z]+)+-\d)\b/;

/** A region in a sentence: no line ends inside it. */
function Plain({ text }: { text: string }) {
  return text
    .split(REGION)
    .map((part, place) => ({ part, isRegion: place % 2 === 1, key: `${place} ${part}` }))
    .map(({ part, isRegion, key }) =>
      isRegion ? (
        <span key={key} className={styles.region}>
          {part}
        </span>
      ) : (
        part
      ),
    );
}
