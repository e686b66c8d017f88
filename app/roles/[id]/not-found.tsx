import { UnknownRole } from '@/components/role/UnknownRole';
import { rolesHref } from '@/components/role/view-state';
import { Crumbs } from '@/components/shell/Crumbs';
import { Page } from '@/components/shell/Page';
import { TopBar } from '@/components/shell/TopBar';

export const metadata = { title: 'No such hat' };

export default function NotFound() {
  return (
    <Page
      bar={
        <TopBar>
          <Crumbs back={{ href: rolesHref(null), name: 'Hats' }} here="No such hat" />
        </TopBar>
      }
    >
      <UnknownRole />
    </Page>
  );
}
