import Link from 'next/link';
import type { ComponentProps } from 'react';
import styles from './Button.module.css';

type Look = 'primary' | 'outlined' | 'ghost';

/** A button. With `pressed` it is a toggle. */
export function Button({
  look = 'outlined',
  pressed,
  ...rest
}: ComponentProps<'button'> & { look?: Look; pressed?: boolean }) {
  return <button type="button" className={styles.button} data-look={look} aria-pressed={pressed} {...rest} />;
}

/** A link that looks like a button. */
export function ButtonLink({ look = 'outlined', ...rest }: ComponentProps<typeof Link> & { look?: Look }) {
  return <Link className={styles.button} data-look={look} prefetch={false} {...rest} />;
}
