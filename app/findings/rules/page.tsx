import type { Metadata } from 'next';
import { createLoader } from 'nuqs/server';
import { SnapshotInView } from '@/app/_parts/SnapshotInView';
import { TroublePage } from '@/app/_parts/TroublePage';
import { RulesView } from '@/components/findings/RulesView';
import { ruleState } from '@/components/findings/rule-href';
import { findingsHref } from '@/components/findings/view-state';
import { Crumbs } from '@/components/shell/Crumbs';
import { Page } from '@/components/shell/Page';
import { TopBar } from '@/components/shell/TopBar';
import { ruleLines } from '@/lib/scene/rule-page';
import { openViews } from '@/lib/server/open-views';

const PATH = '/findings/rules';

const stateOf = createLoader(ruleState);

export const metadata: Metadata = { title: 'Rules' };

export default async function RulesPage({ searchParams }: PageProps<'/findings/rules'>) {
  const { snapshot } = await stateOf(searchParams);
  const opened = await openViews(snapshot, ['findings']);
  if (opened.kind === 'unreadable') return <TroublePage trouble={opened} path={PATH} here="Rules" />;
  const bar = (
    <TopBar right={<SnapshotInView opened={opened} path={PATH} />}>
      <Crumbs back={{ href: findingsHref('/findings', { snapshot }), name: 'Findings' }} here="Rules" />
    </TopBar>
  );
  return (
    <Page bar={bar}>
      <RulesView rules={ruleLines(opened.views.findings)} snapshot={snapshot} />
    </Page>
  );
}
