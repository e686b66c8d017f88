import { Badge } from '@/components/ui/Badge';
import type { State } from '@/lib/verdict/judgement';
import { STATE_WORDS } from './states';

/** A state as sign and word; `children` instead of the usual word ("2 broken"). */
export function StateBadge({ state, children }: { state: State; children?: string }) {
  return (
    <Badge tone={state} glyph={state}>
      {children ?? STATE_WORDS[state]}
    </Badge>
  );
}

/** The second, independent mark: wider than needed. */
export function OverBroadBadge({ children = 'Over-broad' }: { children?: string }) {
  return (
    <Badge tone="broad" glyph="overbroad">
      {children}
    </Badge>
  );
}
