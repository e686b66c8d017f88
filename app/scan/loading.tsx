import { PipelinesSkeleton } from '@/components/pipelines/PipelinesSkeleton';
import { Crumbs } from '@/components/shell/Crumbs';
import { Page } from '@/components/shell/Page';
import { TopBar } from '@/components/shell/TopBar';

export default function Loading() {
  return (
    <Page
      bar={
        <TopBar>
          <Crumbs here="Scan" />
        </TopBar>
      }
    >
      <PipelinesSkeleton />
    </Page>
  );
}
