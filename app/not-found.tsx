import { Page } from '@/components/shell/Page';
import { TopBar } from '@/components/shell/TopBar';
import { ButtonLink } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';

export const metadata = { title: 'No such page' };

export default function NotFound() {
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
