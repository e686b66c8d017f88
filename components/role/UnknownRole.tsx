'use client';

import { useParams, useSearchParams } from 'next/navigation';
import { coverageHref } from '@/components/coverage/view-state';
import { listHref } from '@/components/pipelines/view-state';
import { ButtonLink } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';

/** The snapshot holds no such role: says which was asked for, and why that may be. */
export function UnknownRole() {
  const id = decodeURIComponent(useParams<{ id: string }>().id);
  const snapshot = useSearchParams().get('snapshot');
  const account = /\d{12}/.exec(id)?.[0] ?? null;
  return (
    <Notice
      title={
        <>
          No hat <code>{id}</code> in this snapshot
        </>
      }
      next={
        <>
          <ButtonLink look="primary" href={listHref('/pipelines', { snapshot })}>
            All pipelines of this snapshot
          </ButtonLink>
          <ButtonLink href={coverageHref('/accounts', { snapshot, account })}>What was read</ButtonLink>
        </>
      }
    >
      <p>It does not exist, or IAM of its account was not read. A hat’s address is account.path-and-name.</p>
    </Notice>
  );
}
