import { JUDGING } from '@/app/_parts/LoadingPage';
import { PipelineSkeleton } from '@/components/pipeline/PipelineSkeleton';
import { pipelineHref } from '@/components/pipeline/view-state';
import { Crumbs } from '@/components/shell/Crumbs';
import { Page } from '@/components/shell/Page';
import { TopBar } from '@/components/shell/TopBar';

/** The pipeline's page before its permission paths are judged. */
export function PipelineFrame({ id, snapshot }: { id: string; snapshot: string | null }) {
  const [, , ...name] = id.split('.');
  return (
    <Page
      bar={
        <TopBar>
          <Crumbs
            back={{ href: pipelineHref('/pipelines', { snapshot }), name: 'Pipelines' }}
            here={name.join('.')}
          />
        </TopBar>
      }
    >
      <PipelineSkeleton waitsFor={JUDGING} />
    </Page>
  );
}
