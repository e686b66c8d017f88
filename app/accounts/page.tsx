import type { Metadata } from 'next';
import { createLoader } from 'nuqs/server';
import { SnapshotInView } from '@/app/_parts/SnapshotInView';
import { TroublePage } from '@/app/_parts/TroublePage';
import { CoverageView } from '@/components/coverage/CoverageView';
import { coverageState } from '@/components/coverage/view-state';
import { Crumbs } from '@/components/shell/Crumbs';
import { listKeys } from '@/components/shell/list-keys';
import { Page } from '@/components/shell/Page';
import { TopBar } from '@/components/shell/TopBar';
import { ButtonLink } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { coverageHeadline, leftOut } from '@/lib/scene/coverage-words';
import { openViews } from '@/lib/server/open-views';
import { EXAMPLE } from '@/lib/server/snapshot-refs';
import { CoveragePanel } from './CoveragePanel';

const PATH = '/accounts';

const stateOf = createLoader(coverageState);

export const metadata: Metadata = { title: 'Accounts and coverage' };

export default async function AccountsPage({ searchParams }: PageProps<'/accounts'>) {
  const state = await stateOf(searchParams);
  const opened = await openViews(state.snapshot, ['coverage']);
  if (opened.kind === 'unreadable')
    return <TroublePage trouble={opened} path={PATH} here="Accounts and coverage" />;
  const { coverage } = opened.views;
  const bar = (
    <TopBar right={<SnapshotInView opened={opened} path={PATH} />}>
      <Crumbs here="Accounts and coverage" />
    </TopBar>
  );
  return (
    <Page bar={bar} keys={listKeys('account', 'show its calls')}>
      {coverage.rows.length === 0 ? (
        <Notice
          title="This snapshot holds no account"
          next={
            <ButtonLink look="primary" href={`${PATH}?snapshot=${EXAMPLE}`}>
              Open the example
            </ButtonLink>
          }
        >
          <p>The scan asked for none. To read an organisation, scan again:</p>
          <pre>hatstack scan --organization</pre>
        </Notice>
      ) : (
        <CoverageView
          headline={coverageHeadline(coverage)}
          second={leftOut(coverage)}
          rows={coverage.rows}
          regions={coverage.regions}
          panel={<CoveragePanel coverage={coverage} state={state} />}
        />
      )}
    </Page>
  );
}
