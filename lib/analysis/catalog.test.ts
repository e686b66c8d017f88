// Every provider of the catalogue, on a sample configuration: all allowed, nothing allowed, a variable in every value.
import { describe, expect, it } from 'vitest';
import { allow, HUB, role, trust } from '@/lib/model/snapshot.fixture';
import { PROVIDERS } from '@/lib/providers/catalog/index';
import { PROFILE, WORKER } from '@/lib/providers/sample-things.fixture';
import { type ProviderSample, SAMPLES } from '@/lib/providers/samples.fixture';
import { type ActionCase, checkAction, inProfile } from './checked-action.fixture';

function caseOf(id: string, change: Partial<ProviderSample> = {}): ActionCase {
  const provider = PROVIDERS.find((one) => one.id === id);
  const sample = { ...SAMPLES[id], ...change };
  if (provider === undefined || sample.configuration === undefined) throw new Error(`no sample of ${id}`);
  const { configuration, inputs = [], outputs = [], facts = [], services = [] } = sample;
  const type = [
    provider.category === '*' ? 'Build' : provider.category,
    provider.owner,
    provider.provider === '*' ? 'Jenkins' : provider.provider,
  ] as const;
  const trusted = trust({ Service: [...services, 'ec2.amazonaws.com'], AWS: WORKER });
  const worker = inProfile(role(HUB, 'worker', trusted, allow('*', '*')), PROFILE);
  const shared = { facts: [...facts, worker], definition: { pipelineType: 'V2' } };
  if (provider.category !== 'Rule') return { action: { type, configuration, inputs, outputs }, ...shared };
  const rule = {
    name: 'Check',
    ruleTypeId: { category: 'Rule', owner: 'AWS', provider: type[2], version: '1' },
    configuration,
    inputArtifacts: inputs.map((name) => ({ name })),
  };
  return {
    action: { type: ['Approval', 'AWS', 'Manual'], inputs: [] },
    ...shared,
    conditions: [{ result: 'FAIL', rules: [rule] }],
  };
}

/** Keys that say on what, or what, an action asks; not those that only say what it does there. */
const DECIDING = new Set([
  'ApplicationName',
  'BatchEnabled',
  'BucketName',
  'CannedACL',
  'ClusterName',
  'ConnectionArn',
  'DeploymentStrategy',
  'ExecutionRoleName',
  'FunctionName',
  'InstanceType',
  'KMSEncryptionKeyARN',
  'ProjectName',
  'RegistryType',
  'RepositoryName',
  'RoleArn',
  'StackName',
  'StackSetName',
]);

const check = (id: string, one: ActionCase) =>
  id.startsWith('rule-') ? checkAction(one, 'beforeEntry/1/Check') : checkAction(one);

it('has a sample of every provider, and of nothing else', () => {
  expect(Object.keys(SAMPLES).toSorted()).toEqual(PROVIDERS.map(({ id }) => id).toSorted());
});

describe.each(PROVIDERS.map(({ id }) => id))('%s', (id) => {
  const sample = SAMPLES[id];

  it('works where everything is allowed, but for what cannot be told or helped', () => {
    const said = check(id, caseOf(id));
    expect(said.state, said.answer).toBe(
      sample?.broken !== undefined ? 'broken' : sample?.open !== undefined ? 'unknown' : 'works',
    );
    expect(said.answer).toMatch(sample?.broken ?? sample?.open ?? /^Works/);
  });

  it('is broken where nothing is, or asks for nothing', () => {
    const said = check(id, { ...caseOf(id), may: [] });
    if (sample?.open !== undefined) expect(said.state, said.answer).not.toBe('works');
    else if (sample?.asksNothing !== true) expect(said.state, said.answer).toBe('broken');
    else if (sample.broken === undefined) expect(said.state, said.answer).toBe('works');
  });

  it('is not told where every value is a variable', () => {
    const configuration = Object.fromEntries(
      Object.keys(sample?.configuration ?? {}).map((key) => [key, `#{variables.${key}}`]),
    );
    const said = check(id, caseOf(id, { configuration }));
    const isTelling = sample?.asksNothing !== true && sample?.isIndifferent !== true;
    if (isTelling && Object.keys(configuration).length > 0)
      expect(['unknown', 'broken'], `${said.state}: ${said.answer}`).toContain(said.state);
  });

  it('is never broken by a variable, where all is allowed', () => {
    const values = Object.entries(sample?.configuration ?? {});
    for (const [name] of values) {
      const configuration = Object.fromEntries(
        values.map(([key, value]) => [key, key === name ? `#{variables.${key}}` : value]),
      );
      const said = check(id, caseOf(id, { configuration }));
      if (sample?.broken === undefined) expect(said.state, `${name}: ${said.answer}`).not.toBe('broken');
      // What decides a request is not taken as if it were known.
      if (DECIDING.has(name) && sample?.asksNothing !== true && sample?.broken === undefined)
        expect(said.state, `${name}: ${said.answer}`).toBe('unknown');
    }
  });

  it('is never broken by the want of what is not essential', () => {
    const all = check(id, caseOf(id));
    const isNeeded = new Set(
      all.needs
        .filter(({ essential, oneOf }) => essential || oneOf !== undefined)
        .map(({ action }) => action),
    );
    const wished = all.needs
      .filter(({ action, who }) => who === 'shop-pipeline' && !isNeeded.has(action))
      .map(({ action }) => action);
    const denial = { Effect: 'Deny', Action: [...new Set(wished)], Resource: '*' };
    const said = check(id, { ...caseOf(id), may: [allow('*', '*'), denial] });
    expect(said.state, said.answer).toBe(all.state);
    expect(said.needs.some(({ verdict }) => verdict !== 'allowed')).toBe(wished.length > 0);
  });

  it('gives each need a reason and a source', () => {
    for (const need of check(id, caseOf(id)).needs) {
      expect(need.because, need.action).toMatch(/^[A-Z].*\.$/);
      expect(need.source, need.action).toMatch(/^https:\/\//);
      expect(need.action).toMatch(/^[a-z0-9-]+:[A-Z][A-Za-z]+$/);
    }
  });
});
