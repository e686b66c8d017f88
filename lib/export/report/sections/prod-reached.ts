// Who reaches production: the question for which most reviews are asked.
import { type ProdComers, prodComers, prodHats } from '@/lib/scene/prod-hats';
import type { RolePage } from '@/lib/scene/role-page';
import { mono, plain, words } from '@/lib/scene/words';
import { cell, name, stateCell, table, text } from '../cells';
import type { Block } from '../report';
import type { ReviewSection } from '../review-section';

/** One table for each hat of a prod account that the pipelines wear: who can put it on, who of them needs to, and by which
 *  statements. */
export const prodReached: ReviewSection = ({ analysis, chosen }) => {
  const hats = prodHats(analysis, chosen);
  return [
    {
      id: 'prod',
      title: 'Who reaches production',
      isOwnPage: true,
      blocks:
        hats.length === 0
          ? [text('No hat of a prod account is worn by these pipelines, as far as tiers are known.')]
          : [...prodComers(analysis, hats).flatMap(comerBlocks), ...hats.flatMap(hatBlocks)],
    },
  ];
};

/** Who comes to the account from elsewhere, and over which hats. */
function comerBlocks({ account, headline, comers, limits }: ProdComers): readonly Block[] {
  const rows = comers.flatMap((group) => group.rows.map((row) => ({ ...row, group: group.title })));
  const more = comers.reduce((sum, group) => sum + group.more, 0);
  return [
    { kind: 'heading', level: 3, words: words(`Who comes to ${account}`) },
    { kind: 'text', words: headline },
    ...(rows.length === 0
      ? []
      : [
          table(
            `Who comes to ${account} from elsewhere`,
            [
              ['Who', 4],
              ['From', 2],
              ['Stands', 1.6],
              ['How', 6],
            ],
            rows.map((row) => [
              name(row.name),
              cell(row.group),
              stateCell(row.state),
              cell(row.steps.map(({ sentence }) => plain(sentence)).join(', then ')),
            ]),
          ),
        ]),
    text(`${more > 0 ? `And ${more} more: \`hatstack reach\` names them. ` : ''}${limits}`),
  ];
}

function hatBlocks(hat: RolePage): readonly Block[] {
  return [
    {
      kind: 'heading',
      level: 3,
      words: words(mono(`${hat.account}/${hat.name}`)),
      ...(hat.overBroad ? { tone: 'broad' as const } : {}),
    },
    { kind: 'text', words: hat.headline },
    ...(hat.open === null
      ? []
      : [{ kind: 'text' as const, words: words(hat.open), tone: 'unknown' as const }]),
    text(
      'Worn for ',
      hat.serves
        .map(
          ({ name: pipeline, as, actions }) =>
            `${pipeline} (${as}, ${actions.length === 1 ? '1 action' : `${actions.length} actions`})`,
        )
        .join(', ') || 'nothing',
      '.',
    ),
    ...(hat.wearers.length === 0
      ? []
      : [
          table(
            `Who can put on ${hat.account}/${hat.name}`,
            [
              ['Who', 4],
              ['Account', 2],
              ['A pipeline needs it', 1.3],
              ['Today', 1.6],
              ['By', 4],
            ],
            hat.wearers.map((one) => [
              name(one.name),
              cell(one.account ?? 'AWS'),
              cell(one.needs ? 'yes' : 'no'),
              one.state === 'works'
                ? cell('can', one.needs ? 'works' : hat.overBroad ? 'broad' : null)
                : stateCell(one.state),
              cell([...one.by, ...one.dependsOn.map((line) => `depends on ${line}`)].join('; ')),
            ]),
          ),
        ]),
  ];
}
