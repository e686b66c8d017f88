// Test support: one action under test between a source and a store in which everything else works.
import type { Json } from '@/lib/base/json';
import {
  type ActionSpec,
  allow,
  bucket,
  DEV,
  document,
  HUB,
  key,
  keyArn,
  pipeline,
  role,
  snapshotOf,
  stores,
  trust,
} from '@/lib/model/snapshot.fixture';
import { actionTrail } from '@/lib/scene/action-trail';
import { plain } from '@/lib/scene/words';
import type { Fact } from '@/lib/snapshot/fact';
import type { Gap } from '@/lib/snapshot/gap';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { analyze } from './analyze';

export const PIPELINE_ROLE = `arn:aws:iam::${HUB}:role/shop-pipeline`;
export const STORE = 'artifacts-us-east-1';
export const STORE_KEY = keyArn('us-east-1');

/** What reading and writing the store takes on the role's own side. */
export const STORE_ACCESS: readonly Json[] = [
  allow('s3:*', [`arn:aws:s3:::${STORE}`, `arn:aws:s3:::${STORE}/*`]),
  allow(['kms:Decrypt', 'kms:GenerateDataKey'], STORE_KEY),
];

export interface ActionCase {
  readonly action: Partial<ActionSpec> & Pick<ActionSpec, 'type'>;
  /** What the pipeline role may do beside its source and store; everything where it is not said. */
  readonly may?: readonly Json[];
  /** The roles, projects, functions and the like on which the action hangs. */
  readonly facts?: readonly (Fact | readonly Fact[])[];
  readonly source?: Partial<ActionSpec>;
  readonly more?: { readonly [stage: string]: readonly ActionSpec[] };
  readonly artifacts?: Json;
  readonly gaps?: readonly Gap[];
  readonly read?: readonly string[];
  /** Fields of the pipeline's definition, such as its type. */
  readonly definition?: { readonly [name: string]: Json };
  /** Conditions before the stage `Act` is entered. */
  readonly conditions?: Json;
}

/** The facts and gaps of the case: the action under test is `Act/Act`, its source `Source/Fetch`. */
export function snapshotOfCase(one: ActionCase): Snapshot {
  const facts = [
    role(
      HUB,
      'shop-pipeline',
      trust({ Service: 'codepipeline.amazonaws.com' }),
      allow('s3:*', ['arn:aws:s3:::drop', 'arn:aws:s3:::drop/*']),
      ...STORE_ACCESS,
      ...(one.may ?? [allow('*', '*')]),
    ),
    bucket(HUB, 'drop', 'us-east-1', null),
    bucket(HUB, STORE, 'us-east-1', storePolicy),
    key(HUB, 'us-east-1', STORE, storeKeyPolicy),
    defined(one, {
      Source: [
        {
          name: 'Fetch',
          type: ['Source', 'AWS', 'S3'],
          configuration: { S3Bucket: 'drop', S3ObjectKey: 'a.zip' },
          outputs: ['source'],
          ...one.source,
        },
      ],
      Act: [{ name: 'Act', inputs: ['source'], ...one.action }],
      ...one.more,
    }),
    ...(one.facts ?? []),
  ];
  const { gaps = [], read = [HUB, DEV] } = one;
  return snapshotOf(facts, { gaps, read });
}

/** What is said of the action: its state, answer, hops and faults. */
export function checkAction(one: ActionCase, name = 'Act', stage = 'Act') {
  const analysis = analyze(snapshotOfCase(one));
  const judged = analysis.pipelines[0];
  const path = judged?.paths.find(({ path: { action, stage: at } }) => action === name && at === stage);
  const trail = judged === undefined ? null : actionTrail(analysis, judged.arn, `${stage}/${name}`);
  if (path === undefined || trail === null) throw new Error(`the test has no action ${name}`);
  return {
    state: path.state,
    atFault: path.atFault,
    modelled: path.path.modelled,
    answer: plain(trail.answer),
    sentences: trail.hops.map((hop) => plain(hop.sentence)),
    hops: path.hops.map(({ hop, state }) => `${hop.kind} ${state}`),
    faults: path.hops.flatMap(({ hop }) => hop.faults.map(({ rule }) => rule)),
    /** The requests in order, with who makes them. */
    needs: path.hops.flatMap(({ needs }) =>
      needs.map(({ need, verdict }) => ({
        action: need.action,
        resource: need.resource,
        essential: need.essential,
        oneOf: need.oneOf,
        because: need.because,
        source: need.source,
        who: 'arn' in need.principal ? need.principal.arn.replace(/.*\//, '') : need.principal.kind,
        verdict,
      })),
    ),
  };
}

const storePolicy = document({
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${DEV}:root` },
  Action: 's3:*',
  Resource: [`arn:aws:s3:::${STORE}`, `arn:aws:s3:::${STORE}/*`],
});

const storeKeyPolicy = document({
  Effect: 'Allow',
  Principal: { AWS: [`arn:aws:iam::${HUB}:root`, `arn:aws:iam::${DEV}:root`] },
  Action: 'kms:*',
  Resource: '*',
});

function defined(one: ActionCase, stages: { readonly [stage: string]: readonly ActionSpec[] }): Fact {
  const fact = pipeline('shop', PIPELINE_ROLE, one.artifacts ?? stores('us-east-1'), stages);
  const data = fact.data as { readonly pipeline: { readonly [name: string]: Json } };
  const list = (data.pipeline.stages ?? []) as readonly { readonly [name: string]: Json }[];
  const conditions = one.conditions ?? [];
  const withRules = list.map((stage) =>
    stage.name === 'Act' ? { ...stage, beforeEntry: { conditions } } : stage,
  );
  const definition = { ...data.pipeline, stages: withRules, ...one.definition };
  return { ...fact, data: { ...data, pipeline: definition } };
}

/** A fact about a resource in the account and region of its ARN; null: AWS says that there is none. */
export function resourceFact(kind: string, source: Fact['source'], arn: string, data: Json): Fact {
  const [, , , region = '', account = ''] = arn.split(':');
  return { kind, source, account, region, arn, data };
}

/** The role as a fact, in an instance profile. */
export function inProfile(fact: Fact, profile: string): Fact {
  const data = fact.data as { readonly [name: string]: Json };
  return { ...fact, data: { ...data, InstanceProfileList: [{ Arn: profile }] } };
}

/** A refused call about a resource in the account and region of its ARN. */
export function refusal(source: Fact['source'], arn: string, scope: string | null = arn): Gap {
  const [, , , region = '', account = ''] = arn.split(':');
  return {
    source,
    permission: source,
    account,
    region,
    scope,
    cause: 'denied',
    code: 'AccessDeniedException',
  };
}
