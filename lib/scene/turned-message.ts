// What a webhook is told of pipelines that turned for the worse: a text as Slack takes it, and the same as fields.
import type { TurnedPipeline } from '@/lib/analysis/turned';
import type { PipelineRow } from './pipeline-rows';
import { plain } from './words';

interface Taken {
  readonly id: string;
  readonly takenAt: string;
}

export interface TurnedMessage {
  readonly version: 1;
  /** One line for each pipeline, in Slack's own marks.
   *  @see https://docs.slack.dev/messaging/formatting-message-text (read 2026-11-27) */
  readonly text: string;
  readonly snapshot: Taken;
  readonly previous: Taken;
  readonly pipelines: readonly (TurnedPipeline & {
    readonly name: string;
    readonly account: string;
    readonly region: string;
    readonly answer: string;
  })[];
}

/** So many lines are read in a chat; the fields hold all. */
const MOST_LINES = 20;

/** `now` with its rows. Never throws. */
export function turnedMessage(
  before: Taken,
  now: Taken & { readonly rows: readonly PipelineRow[] },
  turned: readonly TurnedPipeline[],
): TurnedMessage {
  const rows = new Map(now.rows.map((row) => [row.arn, row]));
  const pipelines = turned.flatMap((one) => {
    const row = rows.get(one.arn);
    if (row === undefined) return [];
    const { name, accountId: account, region, why } = row;
    return [{ ...one, name, account, region, answer: plain(why), row }];
  });
  const lines = pipelines.map(({ row, ...one }) => `• ${lineOf(row, one)}`);
  const more = lines.length - MOST_LINES;
  const noun = pipelines.length === 1 ? 'pipeline has' : 'pipelines have';
  return {
    version: 1,
    text: [
      `Hatstack: ${pipelines.length} ${noun} turned for the worse since ${before.takenAt}`,
      ...lines.slice(0, MOST_LINES),
      ...(more > 0 ? [`and ${more} more`] : []),
    ].join('\n'),
    snapshot: { id: now.id, takenAt: now.takenAt },
    previous: { id: before.id, takenAt: before.takenAt },
    pipelines: pipelines.map(({ row: _, ...one }) => one),
  };
}

function lineOf({ name, account, region }: PipelineRow, one: TurnedPipeline & { answer: string }): string {
  const isBroken = one.now.state === 'broken' && one.before.state !== 'broken';
  const isTooWide = one.now.overBroad && !one.before.overBroad;
  const turn = [...(isBroken ? ['broken'] : []), ...(isTooWide ? ['over-broad'] : [])].join(' and ');
  const cause = isBroken ? `: ${escaped(one.answer)}` : '';
  return `*${escaped(name)}* (${escaped(account)}, ${region}) is ${turn} now${cause}`;
}

/** Slack reads these three as marks. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
