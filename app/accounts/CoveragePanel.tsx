import { cookies } from 'next/headers';
import { AccountPanel } from '@/components/coverage/AccountPanel';
import { CallsPanel } from '@/components/coverage/CallsPanel';
import { type CoverageFilter, coverageHref } from '@/components/coverage/view-state';
import { pipelineHref } from '@/components/pipeline/view-state';
import { Panel } from '@/components/ui/Panel';
import { clampPanelWidth, PANEL_WIDTH_COOKIE } from '@/components/ui/panel-width';
import type { Coverage } from '@/lib/scene/coverage';
import { statementFor } from '@/lib/scene/coverage-calls';

interface State {
  readonly find: string;
  readonly filter: CoverageFilter;
  readonly account: string | null;
  readonly snapshot: string | null;
}

/** The panel: what was read of the chosen account, or every call that was not answered. */
export async function CoveragePanel({ coverage, state }: { coverage: Coverage; state: State }) {
  const width = clampPanelWidth(Number.parseInt((await cookies()).get(PANEL_WIDTH_COOKIE)?.value ?? '', 10));
  const row = coverage.rows.find(({ id }) => id === state.account);
  const pathHref = (pipeline: string, action: string) =>
    pipelineHref(`/pipelines/${pipeline}`, { snapshot: state.snapshot, action });
  return (
    <Panel label="Account" initialWidth={width}>
      {row === undefined ? (
        <CallsPanel
          coverage={coverage}
          statement={statementFor(coverage.calls)}
          pathHref={pathHref}
          missing={state.account}
        />
      ) : (
        <AccountPanel
          row={row}
          closeHref={coverageHref('/accounts', { ...state, account: null })}
          pathHref={pathHref}
        />
      )}
    </Panel>
  );
}
