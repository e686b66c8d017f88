// The permission path of one action as text for a ticket: where it is, then the words of `explain`.
import type { Analysis } from '@/lib/analysis/analysis';
import { type Arn, parseArn } from '@/lib/names/arn';
import { trailText } from './check-text';
import { exactTime } from './exact-time';
import { stateWord } from './state-word';
import type { ActionTrail } from './trail';

/** Of which pipeline and snapshot a ticket speaks. */
export interface TicketOf {
  readonly pipeline: Arn;
  readonly snapshot: Pick<Analysis['snapshot'], 'id' | 'takenAt'>;
}

/** A head that can be read without the page, then every line of `explain`, so that who gets the ticket reads what its sender saw.
 *  Never throws. */
export function ticketText({ pipeline, snapshot }: TicketOf, trail: ActionTrail): string {
  const name = parseArn(pipeline)?.resource ?? pipeline;
  return [
    `Pipeline: ${name} (${pipeline})`,
    `Action: ${trail.key}, ${trail.provider}`,
    `Account: ${trail.account}, ${trail.region}`,
    `Verdict: ${stateWord(trail.state)}${trail.overBroad ? ', over-broad' : ''}`,
    `Snapshot: ${snapshot.id}, taken ${exactTime(snapshot.takenAt)}`,
    '',
    ...trailText(trail),
  ]
    .join('\n')
    .trimEnd();
}
