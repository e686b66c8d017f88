// The service role that the console has made for years serves every provider that AWS made it for.
import { expect, it } from 'vitest';
import { allow, HUB, role, trust } from '@/lib/model/snapshot.fixture';
import { PROVIDERS } from '@/lib/providers/catalog/index';
import { PROFILE, WORKER } from '@/lib/providers/sample-things.fixture';
import { SAMPLES } from '@/lib/providers/samples.fixture';
import { checkAction, inProfile } from '../checked-action.fixture';
import { SERVICE_ROLE } from './service-role.fixture';

const SERVED = [
  'cloudformation',
  'cloudformation-stack-instances',
  'cloudformation-stack-set',
  'codebuild-test',
  'codecommit',
  'codedeploy',
  'codedeploy-to-ecs',
  'device-farm',
  'ecr-source',
  'ecs',
  'elastic-beanstalk',
  'lambda-invoke',
  's3-source',
  'service-catalog',
];

it.each(SERVED)('%s works with it', (id) => {
  const provider = PROVIDERS.find((one) => one.id === id);
  const sample = SAMPLES[id];
  if (provider === undefined || sample === undefined) throw new Error(`no sample of ${id}`);
  const { configuration, inputs = [], outputs = [], facts = [], services = [] } = sample;
  const trusted = trust({ Service: [...services, 'ec2.amazonaws.com'], AWS: WORKER });
  const said = checkAction({
    action: { type: [provider.category, provider.owner, provider.provider], configuration, inputs, outputs },
    facts: [...facts, inProfile(role(HUB, 'worker', trusted, allow('*', '*')), PROFILE)],
    may: SERVICE_ROLE,
  });
  expect(said.state, said.answer).toBe('works');
});
