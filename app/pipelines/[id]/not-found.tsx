import { UnknownPipeline } from '@/components/pipeline/UnknownPipeline';
import { Crumbs } from '@/components/shell/Crumbs';
import { Page } from '@/components/shell/Page';
import { TopBar } from '@/components/shell/TopBar';

export const metadata = { title: 'No such pipeline' };

export default function NotFound() {
  return (
    <Page
      bar={
        <TopBar>
          <Crumbs back={{ href: '/pipelines', name: 'Pipelines' }} here="No such pipeline" />
        </TopBar>
      }
    >
      <UnknownPipeline />
    </Page>
  );
}
