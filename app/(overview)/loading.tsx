import { OverviewSkeleton } from '@/components/overview/OverviewSkeleton';
import { Crumbs } from '@/components/shell/Crumbs';
import { Page } from '@/components/shell/Page';
import { TopBar } from '@/components/shell/TopBar';

export default function Loading() {
  return (
    <Page
      bar={
        <TopBar>
          <Crumbs here="Overview" />
        </TopBar>
      }
    >
      <OverviewSkeleton />
    </Page>
  );
}
