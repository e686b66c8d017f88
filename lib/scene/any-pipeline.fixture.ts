// Pipelines of any shape, for properties of the drawing.
import fc from 'fast-check';
import type { ActionSpec, PipelineSpec } from './pipeline-spec.fixture';

const REGIONS = ['us-east-1', 'eu-west-1', 'ap-southeast-2'];
const NAMES = [
  'deploy',
  'x',
  'a-role-with-a-name-that-is-much-longer-than-a-card',
  'déploiement',
  '部署',
  '👩‍🚀<&">',
];
const state = fc.constantFrom('works', 'broken', 'depends', 'unknown' as const);

const action = (accounts: number): fc.Arbitrary<Omit<ActionSpec, 'name'> & { label: string }> =>
  fc.record({
    label: fc.constantFrom(...NAMES),
    provider: fc.constantFrom('CloudFormation', 'CodeBuild', 'S3', 'Manual'),
    account: fc.nat({ max: accounts - 1 }),
    region: fc.constantFrom(...REGIONS),
    role: fc.option(fc.constantFrom(...NAMES)),
    modelled: fc.boolean(),
    overBroad: fc.boolean(),
    source: fc.constantFrom('ci-drop', 'feeds'),
    stack: fc.constantFrom('shared-stack', 'own-stack'),
    passes: fc.constantFrom('exec', 'task'),
    faults: fc.record({ reads: state, decrypts: state, assumes: state, passes: state, calls: state }),
  });

/** One to nine stages of one to four actions, over one to five accounts, with any hop in any state. */
export const anyPipeline: fc.Arbitrary<PipelineSpec> = fc
  .integer({ min: 1, max: 5 })
  .chain((accounts) =>
    fc.record({
      accounts: fc.constant(
        Array.from({ length: accounts }, (_, i) => ({
          id: `${i + 1}`.repeat(12),
          name: NAMES[i] ?? '',
          read: i !== 3,
        })),
      ),
      stages: fc.array(fc.array(action(accounts), { minLength: 1, maxLength: 4 }), {
        minLength: 1,
        maxLength: 9,
      }),
      region: fc.constantFrom(...REGIONS),
      hasCi: fc.boolean(),
    }),
  )
  .map(({ accounts, stages, region, hasCi }) => ({
    name: 'any',
    accounts,
    region,
    ...(hasCi ? { ci: 'GitLab CI' } : {}),
    stages: stages.map((actions, s) => ({
      name: `Stage ${s}`,
      run: 'Succeeded',
      actions: actions.map(({ label, ...rest }, a) => ({ ...rest, name: `${label} ${a}` })),
    })),
  }));
