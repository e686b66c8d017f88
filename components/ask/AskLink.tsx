'use client';

import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import styles from '@/components/role/RoleLink.module.css';
import type { AskFields } from '@/lib/scene/ask-read';
import { askHref } from './view-state';

/** Leads to a question, in the snapshot that is in view. */
export function AskLink({ fields, children }: { fields: Partial<AskFields>; children: string }) {
  const snapshot = useSearchParams().get('snapshot');
  return (
    <Link className={styles.link} href={askHref(fields, snapshot)} prefetch={false}>
      {children}
    </Link>
  );
}
