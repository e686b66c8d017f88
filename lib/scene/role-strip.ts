// The strip above the hops: which of the roles and policies of a path is at fault.
import type { Pipeline } from '@/lib/model/resource';
import type { AtFault, JudgedHop, JudgedPath, State } from '@/lib/verdict/judgement';
import { worst } from '@/lib/verdict/state';
import type { ActionTrail } from './trail';

type Owner = 'pipeline' | 'action' | 'passed' | 'resource';

const LABELS: readonly (readonly [Owner, string])[] = [
  ['pipeline', 'Pipeline role'],
  ['action', 'Action role'],
  ['passed', 'Passed role'],
  ['resource', 'Bucket and key'],
];

const FAULTS: Readonly<Record<AtFault, Owner | null>> = {
  'pipeline-role': 'pipeline',
  'action-role': 'action',
  'passed-role': 'passed',
  'service-role': 'passed',
  'resource-policy': 'resource',
  structure: null,
};

/** Four entries, each with the worst state that it is answerable for. Never throws. */
export function roleStrip(pipeline: Pipeline, path: JudgedPath): ActionTrail['strip'] {
  const states = new Map<Owner, State[]>();
  for (const hop of path.hops) {
    for (const [owner, state] of answerable(pipeline, path, hop))
      states.set(owner, [...(states.get(owner) ?? []), state]);
  }
  return LABELS.map(([owner, label]) => {
    const own = states.get(owner);
    if (own === undefined) return { label, word: 'none', state: null };
    const state = path.atFault !== null && FAULTS[path.atFault] === owner ? 'broken' : worst(own);
    return { label, word: WORDS[state], state };
  });
}

const WORDS: Readonly<Record<State, string>> = {
  works: 'works',
  broken: 'at fault',
  unknown: 'cannot tell',
  depends: 'depends',
};

/** Across accounts each side answers for itself; within one, a hop that fails is the caller's, unless a trust policy failed it. */
function answerable(
  pipeline: Pipeline,
  path: JudgedPath,
  hop: JudgedHop,
): readonly (readonly [Owner, State])[] {
  const { kind } = hop.hop;
  const first = hop.needs[0]?.need;
  if (kind === 'runs-as') return [[first?.resource === pipeline.roleArn ? 'pipeline' : 'passed', hop.state]];
  const isOthers =
    first?.principal.kind === 'role' && ![path.path.role, pipeline.roleArn].includes(first.principal.arn);
  const caller: Owner = isOthers
    ? 'passed'
    : kind === 'assumes' || kind === 'replicates' || path.path.role === pipeline.roleArn
      ? 'pipeline'
      : 'action';
  const asked: Owner = kind === 'assumes' ? 'action' : kind === 'passes' ? 'passed' : 'resource';
  if (hop.sides.crossAccount)
    return [
      [caller, hop.sides.principal],
      [asked, hop.sides.resource],
    ];
  const failing = hop.needs.find((need) => need.need.essential && need.verdict !== 'allowed');
  const onResource = failing?.decision.by === 'resource';
  return [
    [caller, onResource ? 'works' : hop.state],
    [asked, onResource ? hop.state : 'works'],
  ];
}
