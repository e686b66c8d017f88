// What is reached and who comes here as plain lines for a terminal.
import { groupBy } from '@/lib/base/group-by';
import type { ChainGroup, ReachView, StepRow, ThingRow } from './reach-view';
import { stateWord } from './state-word';
import type { Door } from './trust-doors';
import { plain } from './words';

/** What is reached from there: hats by account, pipelines, stores, each with its steps and the statements that decide them. Never throws. */
export function fromText(name: string, view: ReachView): readonly string[] {
  return [
    `From ${name}: ${plain(view.fromHere)}`,
    ...chainLines(view.hats),
    ...thingLines('Pipelines', view.pipelines),
    ...thingLines('Buckets and keys', view.stores),
    ...(view.moreThings > 0 ? [`and ${view.moreThings} things more: --format json has them all`] : []),
    view.limits,
  ];
}

/** Who comes to it, with the steps; of a hat, whom each statement of its trust policy lets in. Never throws. */
export function toText(name: string, view: ReachView, doors: readonly Door[] = []): readonly string[] {
  return [
    `To ${name}: ${plain(view.whoGetsHere)}`,
    ...chainLines(view.comers),
    ...doors.flatMap(({ number, sid, says, letsIn }) => [
      `Trust policy, statement ${number}${sid === null ? '' : `, "${sid}"`}: ${says}`,
      ...letsIn.map(
        ({ name: who, state, open, isAlone }) =>
          `  ${who}: ${stateWord(state)}${open === null ? '' : ` (${open})`}${isAlone ? ', by nothing else' : ''}`,
      ),
    ]),
    view.limits,
  ];
}

function chainLines(groups: readonly ChainGroup[]): readonly string[] {
  return groups.flatMap(({ title, rows, more }) => [
    title,
    ...rows.flatMap(({ name, kind, word, steps }) => [
      `  ${name}${kind === null ? '' : ` (${kind})`}: ${word}`,
      ...steps.flatMap(stepLines),
    ]),
    ...(more > 0 ? [`  and ${more} more: --format json has them all`] : []),
  ]);
}

function thingLines(title: string, things: readonly ThingRow[]): readonly string[] {
  if (things.length === 0) return [];
  return [
    title,
    ...things.flatMap(({ name, account, ways }) => {
      // Words for which the same hat and the same statements speak are one line.
      const same = groupBy(
        ways,
        ({ state, by, deciding }) =>
          `${state} ${by} ${deciding?.open} ${deciding?.halves.map(({ id }) => id).join()}`,
      );
      return [
        `  ${name} (${account})`,
        ...[...same.values()].flatMap((group) => {
          const [first] = group;
          if (first === undefined) return [];
          const by = first.by === null ? '' : `, by ${first.by}`;
          return [
            `    ${group.map(({ word }) => word).join(', ')}: ${stateWord(first.state)}${by}`,
            ...(first.deciding === null ? [] : halfLines(first.deciding)),
          ];
        }),
      ];
    }),
  ];
}

function stepLines(step: StepRow): readonly string[] {
  return [`    ${plain(step.sentence)}`, ...halfLines(step)];
}

function halfLines({ open, halves }: StepRow): readonly string[] {
  return [
    ...(open === null ? [] : [`      ${open}`]),
    ...halves.map(({ side, title }) => `      ${side}: ${title}`),
  ];
}
