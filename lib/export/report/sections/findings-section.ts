// What is too wide, with the statements that show it.
import { chosenFindings } from '@/lib/analysis/chosen-findings';
import { findingDetail } from '@/lib/scene/findings-page';
import { mono, words } from '@/lib/scene/words';
import { cell, name, table, text } from '../cells';
import type { Block } from '../report';
import type { ReviewSection } from '../review-section';

/** All findings in one table, then one paragraph for each with its evidence, and why and what to do once for each rule. */
export const findingsSection: ReviewSection = ({ analysis, chosen, weighed }) => {
  const details = chosenFindings(analysis, chosen).flatMap(({ id }) => findingDetail(analysis, id) ?? []);
  const standing = (id: string) => {
    const found = weighed.byFinding.get(id);
    if (found === undefined) return 'open';
    return `${found.state === 'accepted' ? 'accepted until' : 'counts again since'} ${found.acceptance.expires}`;
  };
  const rules = [...new Set(details.map(({ rule }) => rule))];
  return [
    {
      id: 'findings',
      title: 'Findings',
      isOwnPage: true,
      blocks:
        details.length === 0
          ? [text('Nothing was found.')]
          : [
              table(
                'Findings, most severe first',
                [
                  ['Severity', 1.2],
                  ['What', 6],
                  ['Account', 1.8],
                  ['Shown', 1.2],
                  ['Stands', 1.8],
                ],
                details.map((one) => [
                  cell(one.severity, one.marks ? 'broad' : null),
                  cell(one.title),
                  cell(one.account),
                  cell(one.certainty === 'shown' ? 'shown' : 'possible'),
                  cell(standing(one.id)),
                ]),
              ),
              ...rules.flatMap((rule): readonly Block[] => {
                const own = details.filter((one) => one.rule === rule);
                const [first] = own;
                return [
                  { kind: 'heading', level: 3, words: words(mono(rule)) },
                  text(first?.why ?? ''),
                  text('What to do: ', first?.remedy ?? ''),
                  ...own.flatMap((one): readonly Block[] => [
                    { kind: 'text', words: words(`${one.severity}: ${one.title}. `, mono(one.subject)) },
                    ...[...one.open, ...one.notes].map((line) => text(line)),
                    ...one.evidence
                      .filter(({ lines }) => lines.length > 0)
                      .map(({ title, lines }) => ({ kind: 'policy' as const, title, lines })),
                  ]),
                ];
              }),
              table(
                'Sources',
                [
                  ['Rule', 2],
                  ['AWS’s pages', 5],
                ],
                rules.map((rule) => [
                  name(rule),
                  cell((details.find((one) => one.rule === rule)?.sources ?? []).join(' ')),
                ]),
              ),
            ],
    },
  ];
};
