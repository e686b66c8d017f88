import { cookies } from 'next/headers';
import { Inspector } from '@/components/inspector/Inspector';
import { ActionList } from '@/components/pipeline/ActionList';
import { type PipelineState, pipelineHref } from '@/components/pipeline/view-state';
import { Panel } from '@/components/ui/Panel';
import { clampPanelWidth, PANEL_WIDTH_COOKIE } from '@/components/ui/panel-width';
import type { ActionLine } from '@/lib/scene/action-lines';
import { type TicketOf, ticketText } from '@/lib/scene/ticket-text';
import type { ActionTrail } from '@/lib/scene/trail';

/** The panel: the permission path of the chosen action, or the actions to choose from. */
export async function PathPanel(props: {
  actions: readonly ActionLine[];
  chosen: ActionTrail | null;
  state: PipelineState;
  path: string;
  ticketOf: TicketOf;
}) {
  const { actions, chosen, state, path } = props;
  const width = clampPanelWidth(Number.parseInt((await cookies()).get(PANEL_WIDTH_COOKIE)?.value ?? '', 10));
  const hrefOf = (action: string | null) => pipelineHref(path, { ...state, action, hop: null });
  return (
    <Panel label="Permission path" initialWidth={width}>
      {chosen !== null ? (
        <Inspector trail={chosen} closeHref={hrefOf(null)} ticket={ticketText(props.ticketOf, chosen)} />
      ) : (
        <ActionList actions={actions} hrefOf={hrefOf} missing={state.action} />
      )}
    </Panel>
  );
}
