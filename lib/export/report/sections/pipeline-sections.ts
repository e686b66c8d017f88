// A part for each pipeline: its drawing, its actions, and the permission path of each with what decides.
import { actionKey, actionTrail } from '@/lib/scene/action-trail';
import { buildScene } from '@/lib/scene/build-scene';
import { pipelineRows } from '@/lib/scene/pipeline-rows';
import { stateWord } from '@/lib/scene/state-word';
import type { ActionTrail, NeedTrail } from '@/lib/scene/trail';
import { mono, plain, words } from '@/lib/scene/words';
import { cell, stateCell, table, text } from '../cells';
import type { Block } from '../report';
import type { ReviewSection } from '../review-section';

/** One part for each chosen pipeline, worst first. */
export const pipelineSections: ReviewSection = ({ analysis, chosen, weighed, redacted }) =>
  chosen.flatMap((judged) => {
    const [row] = pipelineRows({ ...analysis, pipelines: [judged] });
    if (row === undefined) return [];
    const trails = judged.paths.flatMap((path) => actionTrail(analysis, judged.arn, actionKey(path)) ?? []);
    return [
      {
        id: `pipeline-${row.id}`,
        title: `Pipeline ${row.name}`,
        isOwnPage: true,
        blocks: [
          text(
            `${row.account}, ${row.region}: ${stateWord(row.state)}${row.overBroad ? ', over-broad' : ''}. `,
            mono(row.arn),
          ),
          {
            kind: 'drawing',
            scene: buildScene(redacted?.analysis ?? analysis, redacted?.text(judged.arn) ?? judged.arn, {
              selected: null,
            }),
          },
          table(
            'Actions',
            [
              ['Action', 3],
              ['Provider', 2.5],
              ['Account', 1.8],
              ['Region', 1.5],
              ['Stands', 1.6],
              ['In one line', 5.6],
            ],
            trails.map((one) => [
              cell(one.key),
              cell(one.provider),
              cell(one.account),
              cell(one.region),
              stateCell(one.state, one.overBroad),
              cell(one.answer),
            ]),
          ),
          ...trails.flatMap((trail) => pathBlocks(trail, acceptedWords(weighed))),
        ],
      },
    ];
  });

type AcceptedWords = (finding: string) => string | null;

function acceptedWords(weighed: Parameters<ReviewSection>[0]['weighed']): AcceptedWords {
  return (finding) => {
    const found = weighed.byFinding.get(finding);
    if (found?.state !== 'accepted') return null;
    const { author, reason, expires } = found.acceptance;
    return `Accepted until ${expires}. ${author}: ${reason}`;
  };
}

function pathBlocks(trail: ActionTrail, acceptedOf: AcceptedWords): readonly Block[] {
  return [
    { kind: 'heading', level: 3, words: words(`Permission path of ${trail.key}`), tone: trail.state },
    { kind: 'text', words: trail.answer, tone: trail.state },
    ...(trail.run === null ? [] : [{ kind: 'text' as const, words: trail.run.headline }]),
    ...hopsOf(trail),
    ...trail.hops.flatMap((hop) =>
      hop.needs.filter((need) => need.state !== 'works').flatMap((need) => needBlocks(hop.number, need)),
    ),
    ...trail.changes.flatMap((change): readonly Block[] => [
      text(`To change in ${change.account}: `, plain(change.sentence)),
      ...changedPolicy(change),
    ]),
    ...trail.marks.flatMap((mark): readonly Block[] => {
      const accepted = acceptedOf(mark.finding);
      return [
        { kind: 'text', words: words('Over-broad: ', ...mark.sentence), tone: 'broad' },
        ...(accepted === null ? [] : [text(accepted)]),
        ...(mark.lines.length === 0
          ? []
          : [{ kind: 'policy' as const, title: mark.policyTitle, lines: mark.lines }]),
        text(mark.remedy),
      ];
    }),
  ];
}

/** A table of the hops; an action that needs no hat has none. */
function hopsOf({ key, hops }: ActionTrail): readonly Block[] {
  if (hops.length === 0) return [];
  return [
    table(
      `Hops of ${key}`,
      [
        ['', 0.5, 'end'],
        ['Hop', 4.6],
        ['Stands', 1.5],
        ['Decided by', 6.4],
      ],
      hops.map((hop) => [
        cell(String(hop.number)),
        cell(hop.sentence),
        stateCell(hop.state, hop.overBroad),
        cell(decidedBy(hop)),
      ]),
    ),
  ];
}

/** The statements on which a hop rests, each once and by policy, and what is wrong with its shape. Guardrails of the organisation let
 *  nearly everything through: they are named where they deny. */
function decidedBy({ needs, faults }: ActionTrail['hops'][number]): string {
  const statements = new Map<string, Set<string>>();
  for (const { id, title, statement, state } of needs.flatMap(({ policies }) => policies)) {
    const isNamed = state === 'denies' || (state === 'allows' && !id.includes(':organizations:'));
    if (statement === null || !isNamed) continue;
    const own = statements.get(title) ?? new Set<string>();
    statements.set(title, own.add(statement));
  }
  const policies = [...statements].map(([title, own]) => `${title}, ${[...own].join(' and ')}`);
  return [...policies, ...faults.map(({ sentence }) => sentence)].join('; ');
}

/** What of a hop does not simply work: the request, what each side says, and the policies that speak of it. */
function needBlocks(hop: number, need: NeedTrail): readonly Block[] {
  const said: Block = {
    kind: 'text',
    tone: need.essential ? need.state : null,
    words: words(
      `Hop ${hop}, `,
      mono(need.action),
      `: ${stateWord(need.state)}${need.essential ? '' : ' (not essential)'}. ${need.because}`,
    ),
  };
  if (!need.essential) return [said];
  const read = need.policies.filter(({ lines, state }) => lines.length > 0 && state !== 'allows');
  const silent = read.filter(({ state, nearMisses }) => state === 'says nothing' && nearMisses.length === 0);
  return [
    said,
    {
      kind: 'facts',
      facts: [
        ...need.request
          .filter(({ label }) => label !== 'Does')
          .map(({ label, value }) => ({ label, words: words(mono(value)) })),
        ...need.sides.map(({ account, says, by }) => ({
          label: `${account} says`,
          words: words(`${says} (${by})`),
        })),
        ...need.missing.map((line) => ({ label: 'Not read', words: words(line) })),
        ...need.dependsOn.map((line) => ({ label: 'Depends on', words: words(line) })),
        ...silent.map(({ title }) => ({ label: 'Says nothing of it', words: words(title) })),
      ],
    },
    ...read
      .filter((policy) => !silent.includes(policy))
      .flatMap(({ title, state, lines, nearMisses }): readonly Block[] => [
        { kind: 'policy', title: `${title}: ${state}`, lines },
        ...nearMisses.map((miss) => text('Near miss: ', plain(miss))),
      ]),
  ];
}

function changedPolicy({ statement, where }: ActionTrail['changes'][number]): readonly Block[] {
  if (statement === null) return [];
  const lines = statement.split('\n').map((line, index) => ({
    number: index + 1,
    text: line,
    mark: 'none' as const,
    isNew: true,
  }));
  return [{ kind: 'policy', title: `Statement to add to ${where}`, lines }];
}
