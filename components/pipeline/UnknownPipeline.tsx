'use client';

import { useParams, useSearchParams } from 'next/navigation';
import { ButtonLink } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { pipelineHref } from './view-state';

/** The snapshot holds no such pipeline: says which was asked for, and leads to those there are. */
export function UnknownPipeline() {
  const { id } = useParams<{ id: string }>();
  const snapshot = useSearchParams().get('snapshot');
  const [account, region, ...name] = decodeURIComponent(id).split('.');
  return (
    <Notice
      title={
        name.length === 0 ? (
          <>
            <code>{account}</code> is no pipeline
          </>
        ) : (
          <>
            No pipeline <code>{name.join('.')}</code> in {account}, {region}
          </>
        )
      }
      next={
        <ButtonLink look="primary" href={pipelineHref('/pipelines', { snapshot })}>
          All pipelines of this snapshot
        </ButtonLink>
      }
    >
      <p>
        {name.length === 0
          ? 'A pipeline’s address is account.region.name.'
          : 'It may have been renamed or deleted, or that account or region was not scanned.'}
      </p>
    </Notice>
  );
}
