import type { Metadata } from 'next';
import { cookies, headers } from 'next/headers';
import { createLoader } from 'nuqs/server';
import { SnapshotInView } from '@/app/_parts/SnapshotInView';
import { TroublePage } from '@/app/_parts/TroublePage';
import { FindingsExport } from '@/components/export/FindingsExport';
import { FindingPanel } from '@/components/findings/FindingPanel';
import { FindingsView } from '@/components/findings/FindingsView';
import { NoFindings } from '@/components/findings/NoFindings';
import { UnknownFinding } from '@/components/findings/UnknownFinding';
import { findingsHref, findingsState } from '@/components/findings/view-state';
import { pipelineHref } from '@/components/pipeline/view-state';
import { Crumbs } from '@/components/shell/Crumbs';
import { listKeys } from '@/components/shell/list-keys';
import { Page } from '@/components/shell/Page';
import { TopBar } from '@/components/shell/TopBar';
import { Panel } from '@/components/ui/Panel';
import { clampPanelWidth, PANEL_WIDTH_COOKIE } from '@/components/ui/panel-width';
import { acceptedNote } from '@/lib/scene/accepted-rows';
import { findingDetail, findingsHeadline } from '@/lib/scene/findings-page';
import { acceptDefaults, standingOf } from '@/lib/server/accepted';
import { openSnapshot } from '@/lib/server/open-snapshot';
import { openViews } from '@/lib/server/open-views';
import { findingMended } from '@/lib/server/what-if-in-view';

const PATH = '/findings';

const stateOf = createLoader(findingsState);

export const metadata: Metadata = { title: 'Findings' };

export default async function FindingsPage({ searchParams }: PageProps<'/findings'>) {
  const state = await stateOf(searchParams);
  const opened = await openViews(state.snapshot, ['findings', 'coverage']);
  if (opened.kind === 'unreadable') return <TroublePage trouble={opened} path={PATH} here="Findings" />;
  const { rows, stale, problem } = standingOf(opened.views.findings);
  const whole = state.finding === null ? null : await openSnapshot(opened.ref);
  const chosen =
    whole?.kind === 'open' && state.finding !== null ? findingDetail(whole.analysis, state.finding) : null;
  const tried = whole?.kind === 'open' && chosen !== null ? findingMended(whole.analysis, chosen.id) : null;
  const [first] = chosen?.affects ?? [];
  const tryHref =
    tried === null || first === undefined
      ? null
      : pipelineHref(`/pipelines/${first.id}`, { snapshot: state.snapshot, whatif: tried });
  const width = clampPanelWidth(Number.parseInt((await cookies()).get(PANEL_WIDTH_COOKIE)?.value ?? '', 10));
  const standing = rows.find(({ id }) => id === state.finding) ?? { standing: 'open', accepted: null };
  const closeHref = findingsHref(PATH, { ...state, finding: null });
  const bar = (
    <TopBar
      right={
        <>
          <SnapshotInView opened={opened} path={PATH} />
          <FindingsExport snapshot={opened.ref} />
        </>
      }
    >
      <Crumbs here="Findings" />
    </TopBar>
  );
  return (
    <Page bar={bar} keys={listKeys('finding', 'show its evidence')}>
      {rows.length === 0 ? (
        <NoFindings coverage={opened.views.coverage} snapshot={state.snapshot} />
      ) : (
        <FindingsView
          headline={findingsHeadline(rows)}
          second={acceptedNote(stale, problem)}
          rows={rows}
          panel={
            state.finding === null ? null : (
              <Panel label="Finding" initialWidth={width}>
                {chosen === null ? (
                  <UnknownFinding id={state.finding} closeHref={closeHref} />
                ) : (
                  <FindingPanel
                    finding={chosen}
                    standing={standing}
                    defaults={acceptDefaults(await headers())}
                    closeHref={closeHref}
                    snapshot={state.snapshot}
                    tryHref={tryHref}
                  />
                )}
              </Panel>
            )
          }
        />
      )}
    </Page>
  );
}
