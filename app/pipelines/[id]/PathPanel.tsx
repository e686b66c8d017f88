import { cookies } from 'next/headers';
import { Inspector } from '@/components/inspector/Inspector';
import { ActionList } from '@/components/pipeline/ActionList';
import { type PipelineState, pipelineHref } from '@/components/pipeline/view-state';
import { clampPanelWidth, PANEL_WIDTH_COOKIE } from '@/components/ui/panel-width';
import type { TurnedState } from '@/lib/analysis/turned-states';
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
  /** The name of the what-if in which the changes of the chosen action are made; null where there is nothing to try. */
  tryId: string | null;
  /** The actions that the what-if in view turns; null where there is none. */
  turned: readonly TurnedState[] | null;
}) {
  const { actions, chosen, state, path } = props;
  const hrefOf = (action: string | null) => pipelineHref(path, { ...state, action, hop: null });
  return chosen !== null ? (
    <Inspector
      trail={chosen}
      closeHref={hrefOf(null)}
      tryHref={
        props.tryId === null
          ? null
          : pipelineHref(path, { ...state, hop: null, edit: null, whatif: props.tryId })
      }
      was={props.turned?.find(({ key }) => key === chosen.key)?.before ?? null}
      ticket={ticketText(props.ticketOf, chosen)}
    />
  ) : (
    <ActionList
      actions={actions}
      turned={props.turned}
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
