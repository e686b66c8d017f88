import { UnknownRole } from '@/components/role/UnknownRole';
import { Crumbs } from '@/components/shell/Crumbs';
import { Page } from '@/components/shell/Page';
import { TopBar } from '@/components/shell/TopBar';

export const metadata = { title: 'No such hat' };

export default function NotFound() {
  return (
    <Page
      bar={
        <TopBar>
          <Crumbs back={{ href: '/', name: 'Overview' }} here="No such hat" />
        </TopBar>
      }
    >
      <UnknownRole />
    </Page>
  );
}
