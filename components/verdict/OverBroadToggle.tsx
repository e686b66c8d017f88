import { Button } from '@/components/ui/Button';
import { Counted } from '@/components/ui/Counted';
import { Glyph } from '@/components/ui/Glyph';

/** Lists over-broad ones only. */
export function OverBroadToggle(props: { pressed: boolean; count: number; onPress: () => void }) {
  return (
    <Button pressed={props.pressed} onClick={props.onPress}>
      <Glyph name="overbroad" size={14} />
      <Counted count={props.count}>Over-broad</Counted>
    </Button>
  );
}
