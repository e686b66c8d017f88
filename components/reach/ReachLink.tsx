'use client';

import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import styles from '@/components/role/RoleLink.module.css';
import { reachHref } from './view-state';

/** Leads to the blast radius on the map, in the snapshot that is in view. */
export function ReachLink(props: { from?: string; to?: string; children: string }) {
  const snapshot = useSearchParams().get('snapshot');
  const { from = null, to = null } = props;
  return (
    <Link className={styles.link} href={reachHref({ from, to, snapshot })} prefetch={false}>
      {props.children}
    </Link>
  );
}
