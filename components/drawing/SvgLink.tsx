'use client';

import { useRouter } from 'next/navigation';
import type { MouseEvent, ReactNode } from 'react';
import styles from './SceneSvg.module.css';

/** A link inside a drawing: goes there without loading the page anew, unless another tab is asked for. */
export function SvgLink(props: { id: string; href: string; label: string; children: ReactNode }) {
  const router = useRouter();
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    router.push(props.href);
  };
  return (
    <a
      className={styles.link}
      data-card={props.id}
      href={props.href}
      aria-label={props.label}
      onClick={follow}
    >
      {props.children}
    </a>
  );
}
