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

/** The second, independent mark: wider than needed. As an outline where somebody answers for all that makes it so; `acceptedUntil`
 *  says to which day. */
export function OverBroadBadge(props: {
  accepted?: boolean | undefined;
  acceptedUntil?: string | null;
  children?: string;
}) {
  const { acceptedUntil: until = null, children = 'Over-broad' } = props;
  if (props.accepted !== true && until === null)
    return (
      <Badge tone="broad" glyph="overbroad">
        {children}
      </Badge>
    );
  return (
    <Badge tone="broad-accepted" glyph="overbroad" title="Over-broad, and accepted: see its findings">
      {until === null ? (props.children ?? 'Accepted') : `${children}, accepted until ${until}`}
    </Badge>
  );
}
