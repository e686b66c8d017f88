import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { createLoader } from 'nuqs/server';
import { SnapshotInView } from '@/app/_parts/SnapshotInView';
import { TroublePage } from '@/app/_parts/TroublePage';
import { RuleView } from '@/components/findings/RuleView';
import { ruleHref, ruleState, rulesHref } from '@/components/findings/rule-href';
import { findingsHref } from '@/components/findings/view-state';
import { Crumbs } from '@/components/shell/Crumbs';
import { Page } from '@/components/shell/Page';
import { TopBar } from '@/components/shell/TopBar';
import { rulePage } from '@/lib/scene/rule-page';
import { openViews } from '@/lib/server/open-views';

type Props = PageProps<'/findings/rules/[id]'>;

const stateOf = createLoader(ruleState);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await params).id}, rule` };
}

export default async function RulePage({ params, searchParams }: Props) {
  const { id } = await params;
  const { snapshot } = await stateOf(searchParams);
  const opened = await openViews(snapshot, ['findings']);
  const path = ruleHref(id, null);
  if (opened.kind === 'unreadable') return <TroublePage trouble={opened} path={path} here="Rule" />;
  const rule = rulePage(opened.views.findings, id) ?? notFound();
  const bar = (
    <TopBar right={<SnapshotInView opened={opened} path={path} />}>
      <Crumbs
        top={{ href: findingsHref('/findings', { snapshot }), name: 'Findings' }}
        back={{ href: rulesHref(snapshot), name: 'Rules' }}
        here={<code>{id}</code>}
      />
    </TopBar>
  );
  return (
    <Page bar={bar}>
      <RuleView rule={rule} snapshot={snapshot} />
    </Page>
  );
}
