// What is done to each kind of thing that an action calls, as a sentence and as an infinitive.
import type { NodeKind } from '@/lib/graph/hop';

interface TargetWords {
  /** `Starts the build `, before the name. */
  readonly does: string;
  /** `start the build`, after "cannot". */
  readonly infinitive: string;
}

const CALLED: TargetWords = { does: 'Calls ', infinitive: 'call' };

const WORDS: Readonly<Record<NodeKind, TargetWords>> = {
  action: { does: 'Runs ', infinitive: 'run' },
  alarm: { does: 'Watches the alarm ', infinitive: 'read the alarm' },
  'app-config': { does: 'Deploys the configuration ', infinitive: 'deploy the configuration' },
  bucket: CALLED,
  ci: CALLED,
  cluster: { does: 'Deploys to the cluster ', infinitive: 'deploy to the cluster' },
  connection: { does: 'Uses the connection to ', infinitive: 'use the connection to' },
  'container-service': { does: 'Rolls the service ', infinitive: 'roll the service' },
  'deployment-group': { does: 'Deploys to the group ', infinitive: 'deploy to the group' },
  environment: { does: 'Updates the environment ', infinitive: 'update the environment' },
  'event-bus': CALLED,
  'event-rule': CALLED,
  function: { does: 'Calls the function ', infinitive: 'call the function' },
  'image-repository': { does: 'Uses the image repository ', infinitive: 'use the image repository' },
  instances: { does: 'Works on ', infinitive: 'work on' },
  'job-result': { does: 'Reports the result of ', infinitive: 'report the result of' },
  key: CALLED,
  'log-group': { does: 'Writes the log ', infinitive: 'write the log' },
  network: { does: 'Joins the network of ', infinitive: 'join the network of' },
  'not-modelled': CALLED,
  parameter: { does: 'Reads the parameter ', infinitive: 'read the parameter' },
  pipeline: { does: 'Starts the pipeline ', infinitive: 'start the pipeline' },
  product: { does: 'Publishes the product ', infinitive: 'publish the product' },
  project: { does: 'Starts the build ', infinitive: 'start the build' },
  repository: { does: 'Fetches the repository ', infinitive: 'fetch the repository' },
  role: CALLED,
  scanner: { does: 'Scans with ', infinitive: 'scan with' },
  secret: { does: 'Reads the secret ', infinitive: 'read the secret' },
  service: CALLED,
  stack: { does: 'Changes the stack ', infinitive: 'change the stack' },
  'stack-set': { does: 'Changes the stack set ', infinitive: 'change the stack set' },
  'state-machine': { does: 'Starts the state machine ', infinitive: 'start the state machine' },
  store: CALLED,
  'task-definition': {
    does: 'Registers the task definition of ',
    infinitive: 'register the task definition of',
  },
  'test-devices': { does: 'Runs the tests on ', infinitive: 'run the tests on' },
  topic: { does: 'Tells the topic ', infinitive: 'tell the topic' },
};

/** The words for calling a thing of this kind; a node that is not there is just called. Never throws. */
export function targetWords(kind: NodeKind | undefined): TargetWords {
  return kind === undefined ? CALLED : WORDS[kind];
}
