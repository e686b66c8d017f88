'use client';

import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { roleId } from '@/lib/scene/role-page-id';
import styles from './RoleLink.module.css';
import { roleHref } from './view-state';

/** Leads from a role's ARN to its page, in the snapshot that is in view. */
export function RoleLink({ arn, children }: { arn: string; children: string }) {
  const snapshot = useSearchParams().get('snapshot');
  return (
    <Link className={styles.link} href={roleHref(roleId(arn), snapshot)} prefetch={false}>
      {children}
    </Link>
  );
}
