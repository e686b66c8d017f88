import { expect, it } from 'vitest';
import { buildScene } from '../build-scene';
import { analysisOf } from '../pipeline.fixture';
import type { PipelineSpec } from '../pipeline-spec.fixture';
import { checkout } from '../samples.fixture';

const saidOf = (spec: PipelineSpec): readonly string[] => {
  const analysis = analysisOf(spec);
  const { boxes } = buildScene(analysis, analysis.pipelines[0]?.arn ?? '', { selected: null });
  return boxes.filter(({ kind }) => kind === 'key' || kind === 'store').map(({ label }) => label);
};
const named = (name: string): PipelineSpec => ({
  ...checkout,
  accounts: checkout.accounts.map((one) => (one.name === 'prod' ? { ...one, name } : one)),
});

it('a key at fault names the account that it does not let in', () => {
  expect(saidOf(checkout)).toContainEqual(expect.stringMatching(/prod is not let in$/));
});

it.each(['a-long-name-of-an-account', '444444444444'])(
  'and says it without the name where that has no room: %s',
  (name) => {
    const said = saidOf(named(name));
    expect(said).toContainEqual(expect.stringMatching(/does not let it in$/));
    expect(said.join()).not.toContain(`${name} is not let in`);
  },
);
