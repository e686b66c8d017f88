import type { Words } from '@/lib/scene/trail';

/** A sentence with names in it; a name that AWS sees is set in the code font. */
export function Prose({ words }: { words: Words }) {
  const keyed = words.map((segment, place) => ({ ...segment, key: `${place} ${segment.text}` }));
  return keyed.map(({ key, text, mono, strong }) => {
    const name = mono ? <code key={key}>{text}</code> : text;
    return strong ? <b key={key}>{name}</b> : name;
  });
}
