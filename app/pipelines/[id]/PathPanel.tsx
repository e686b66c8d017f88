import { cookies } from 'next/headers';
import { Inspector } from '@/components/inspector/Inspector';
import { ActionList } from '@/components/pipeline/ActionList';
import { type PipelineState, pipelineHref } from '@/components/pipeline/view-state';
import { clampPanelWidth, PANEL_WIDTH_COOKIE } from '@/components/ui/panel-width';
import type { ActionLine } from '@/lib/scene/action-lines';
import { type TicketOf, ticketText } from '@/lib/scene/ticket-text';
import type { ActionTrail } from '@/lib/scene/trail';

/** The panel: the permission path of the chosen action, or the actions to choose from. */
export function PathPanel(props: {
  actions: readonly ActionLine[];
  chosen: ActionTrail | null;
  state: PipelineState;
  path: string;
  ticketOf: TicketOf;
}) {
  const { actions, chosen, state, path } = props;
  const hrefOf = (action: string | null) => pipelineHref(path, { ...state, action, hop: null });
  return chosen !== null ? (
    <Inspector
      trail={chosen}
      closeHref={hrefOf(null)}
      tryHref={pipelineHref(path, { ...state, hop: null, try: chosen.key })}
      ticket={ticketText(props.ticketOf, chosen)}
    />
  ) : (
    <ActionList
      actions={actions}
      hrefOf={hrefOf}
      tableHref={pipelineHref(path, { ...state, view: 'table' })}
      missing={state.action}
    />
  );
}

/** How wide the reader left the panel last, px. */
export async function panelWidth(): Promise<number> {
  return clampPanelWidth(Number.parseInt((await cookies()).get(PANEL_WIDTH_COOKIE)?.value ?? '', 10));
}
