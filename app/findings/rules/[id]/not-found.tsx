import { rulesHref } from '@/components/findings/rule-href';
import { Crumbs } from '@/components/shell/Crumbs';
import { Page } from '@/components/shell/Page';
import { TopBar } from '@/components/shell/TopBar';
import { ButtonLink } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';

export const metadata = { title: 'No such rule' };

export default function NotFound() {
  return (
    <Page
      bar={
        <TopBar>
          <Crumbs back={{ href: rulesHref(null), name: 'Rules' }} here="No such rule" />
        </TopBar>
      }
    >
      <Notice
        title="There is no such rule"
        next={
          <ButtonLink look="primary" href={rulesHref(null)}>
            All rules
          </ButtonLink>
        }
      >
        <p>It may be of another version of Hatstack.</p>
      </Notice>
    </Page>
  );
}
