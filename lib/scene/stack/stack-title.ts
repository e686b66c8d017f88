// What a stack of hats shows, in one line.
import type { StackPlan } from './stack-plan';

const COUNTS = ['no', 'one', 'two', 'three', 'four', 'five'];

/** `Deploy-Prod wears two hats, then reaches back down`. Never throws. */
export function stackTitle({ trail, hats }: StackPlan): string {
  const loose = hats.find(({ climb }) => climb.state === 'broken');
  if (loose !== undefined) return `${trail.action} cannot put on ${loose.node.name} of ${loose.account}`;
  if (hats.length === 0) return `${trail.action} wears no hat`;
  const count = COUNTS[hats.length] ?? String(hats.length);
  const top = hats.at(-1);
  const isBack =
    top?.deeds.some(({ reaches }) => reaches !== null && reaches.account !== top.node.account) ?? false;
  return `${trail.action} wears ${count} ${hats.length === 1 ? 'hat' : 'hats'}${isBack ? ', then reaches back down' : ''}`;
}
