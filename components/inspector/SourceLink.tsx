import styles from './SourceLink.module.css';

/** AWS's own page for a claim. */
export function SourceLink({ href }: { href: string }) {
  return href === '' ? null : (
    <a className={styles.link} href={href} target="_blank" rel="noreferrer">
      AWS documentation
    </a>
  );
}
