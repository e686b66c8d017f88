'use client';

import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import styles from '@/components/role/RoleLink.module.css';
import { ruleHref } from './rule-href';

/** Leads to a rule's page, in the snapshot that is in view. */
export function RuleLink({ rule, children }: { rule: string; children: string }) {
  const snapshot = useSearchParams().get('snapshot');
  return (
    <Link className={styles.link} href={ruleHref(rule, snapshot)} prefetch={false}>
      {children}
    </Link>
  );
}
