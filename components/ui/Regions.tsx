import styles from './Regions.module.css';

/** Regions in the code font: a line ends between two of them, never inside one. */
export function Regions({ names }: { names: readonly string[] }) {
  return (
    <code className={styles.regions}>
      {names.map((name, place) => (
        <span key={name}>{place < names.length - 1 ? `${name},` : name}</span>
      ))}
    </code>
  );
}
