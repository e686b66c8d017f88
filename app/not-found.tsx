import { TroublePage } from '@/app/_parts/TroublePage';
import { Page } from '@/components/shell/Page';
import { TopBar } from '@/components/shell/TopBar';
import { ButtonLink } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { unknownSnapshot } from '@/lib/server/unknown-snapshot';

export const metadata = { title: 'No such page' };

export default async function NotFound() {
  const trouble = await unknownSnapshot();
  if (trouble !== null) return <TroublePage trouble={trouble} path={trouble.path} here="No such snapshot" />;
  return (
    <Page bar={<TopBar>{null}</TopBar>}>
      <Notice
        title="There is no such page"
        next={
          <ButtonLink look="primary" href="/pipelines">
            All pipelines
          </ButtonLink>
        }
      >
        <p>The address may be mistyped, or from another version of Hatstack.</p>
      </Notice>
    </Page>
  );
}
