// Disputed rules: unknown, unless a world takes one of the readings.
import type { Doubts } from './doubt';
import type { Env } from './env';
import type { Tri } from './tri';

/** How a disputed rule is read here: as the world says, else not known. `where` tells apart places where services may differ.
 *  Never throws. */
export function ruling(rule: string, where: string, env: Env, doubts: Doubts): Tri {
  const id = `${rule}@${where}`;
  const ruled = env.world?.rulings.get(id);
  if (ruled !== undefined) return ruled;
  doubts?.push({ kind: 'rule', rule, id });
  return 'unknown';
}
