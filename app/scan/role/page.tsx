import type { Metadata } from 'next';
import { RoleScreen } from '@/components/scan/RoleScreen';
import { Crumbs } from '@/components/shell/Crumbs';
import { Page } from '@/components/shell/Page';
import { TopBar } from '@/components/shell/TopBar';
import { roleTexts } from '@/lib/server/role-texts';

export const metadata: Metadata = { title: 'The read-only role' };

export default async function ReadRolePage({ searchParams }: PageProps<'/scan/role'>) {
  const asked = await searchParams;
  const text = (key: string) => {
    const value = asked[key];
    return typeof value === 'string' ? value.trim() : '';
  };
  const choices = { roleName: text('role'), trusted: text('trusted'), externalId: text('external') };
  return (
    <Page
      bar={
        <TopBar>
          <Crumbs back={{ href: '/scan', name: 'Scan' }} here="The read-only role" />
        </TopBar>
      }
    >
      <RoleScreen choices={choices} texts={roleTexts(choices)} />
    </Page>
  );
}
