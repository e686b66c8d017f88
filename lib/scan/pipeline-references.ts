// What pipeline facts point at: the buckets and keys that the later phases read.
import type { Json, JsonObject } from '@/lib/base/json';
import { isJsonObject } from '@/lib/base/json';
import type { AccountId, Region } from '@/lib/names/arn';
import { parseArn } from '@/lib/names/arn';
import type { Fact } from '@/lib/snapshot/fact';
import { actionReferences } from './action-references';
import { oncePerList } from './once-per-list';

/** A key as somebody named it, with the account and region in which the name means something. */
export interface KeyReference {
  readonly account: AccountId;
  readonly region: Region;
  /** Key id, or alias name beginning with `alias/`. */
  readonly id: string;
}

/** Names of all buckets that pipelines name: artifact stores, S3 sources, S3 deployments. Values with variables in them
 *  (`#{…}`) are no names. Never throws. */
export const bucketsOfPipelines = oncePerList((facts: readonly Fact[]): ReadonlySet<string> => {
  // Elastic Beanstalk keeps its bundles in a bucket of its own in each account and region.
  const ofBeanstalk = actionReferences(facts, ['ElasticBeanstalk']).map(
    ({ account, region }) => `elasticbeanstalk-${region}-${account}`,
  );
  return new Set([...bucketsNamedIn(facts), ...ofBeanstalk]);
});

/** Names of the buckets that these pipelines' own texts name. Never throws. */
export function bucketsNamedIn(pipelines: readonly Fact[]): ReadonlySet<string> {
  return new Set(pipelinesOf(pipelines).flatMap(({ pipeline, region }) => namesOfBuckets(pipeline, region)));
}

/** Of these names, those of buckets that are not among the facts: no account of the scan owns them. Never throws. */
export function ownerless(names: readonly string[], facts: readonly Fact[]): readonly string[] {
  const owned = new Set(facts.flatMap(bucketName));
  return names.filter((name) => !owned.has(name));
}

/** The name of the bucket that the fact says to be there, if it is such a fact: one of null says that there is none. Never throws. */
export function bucketName({ kind, arn, data }: Fact): readonly string[] {
  return kind === 'bucket' && arn !== null && data !== null ? [arn.slice(arn.lastIndexOf(':') + 1)] : [];
}

function namesOfBuckets(pipeline: JsonObject, region: Region): readonly string[] {
  return [
    ...storesOf(pipeline, region).map(({ store }) => store.location),
    ...actionsOf(pipeline).flatMap(({ configuration }) => [configuration.S3Bucket, configuration.BucketName]),
  ].filter((name): name is string => typeof name === 'string' && !name.includes('#{'));
}

/** All keys that pipelines, the default encryption of the buckets that they name, the projects that they start or the topics that
 *  they tell point at. Never throws. */
export const keysOfPipelines = oncePerList((facts: readonly Fact[]): readonly KeyReference[] => [
  ...keysInPipelines(facts),
  ...keysOfBuckets(facts),
  ...keysOfProjects(facts),
  ...keysOfTopics(facts),
]);

function keysInPipelines(facts: readonly Fact[]): KeyReference[] {
  return pipelinesOf(facts).flatMap(({ account, region, pipeline }) => [
    ...storesOf(pipeline, region).flatMap(({ store, region: storeRegion }) => {
      const key = store.encryptionKey;
      // A bare key id means a key of the pipeline's account, in the region of the store.
      return isJsonObject(key ?? null) ? reference((key as JsonObject).id, account, storeRegion) : [];
    }),
    ...actionsOf(pipeline).flatMap(({ configuration, region: actionRegion }) =>
      reference(configuration.KMSEncryptionKeyARN, account, actionRegion ?? region),
    ),
  ]);
}

function keysOfBuckets(facts: readonly Fact[]): KeyReference[] {
  const regions = new Map(
    facts.filter(({ kind }) => kind === 'bucket-location').map((fact) => [fact.arn, bucketRegion(fact.data)]),
  );
  return facts
    .filter(({ kind }) => kind === 'bucket-encryption')
    .flatMap(({ data, arn, account }) =>
      arrayAt(objectAt(data, 'ServerSideEncryptionConfiguration'), 'Rules').flatMap((rule) =>
        reference(
          objectAt(rule, 'ApplyServerSideEncryptionByDefault').KMSMasterKeyID,
          account,
          regions.get(arn) ?? '',
        ),
      ),
    );
}

/** A project without a key of its own has the alias of AWS's: that one is everybody's in the account, and needs no reading. */
function keysOfProjects(facts: readonly Fact[]): KeyReference[] {
  return facts
    .filter(({ kind }) => kind === 'build-project')
    .flatMap(({ data, account, region }) =>
      isJsonObject(data) ? reference(data.encryptionKey, account, region) : [],
    )
    .filter(({ id }) => id !== 'alias/aws/s3');
}

function keysOfTopics(facts: readonly Fact[]): KeyReference[] {
  return facts
    .filter(({ kind }) => kind === 'topic')
    .flatMap(({ data, account, region }) =>
      isJsonObject(data) ? reference(objectAt(data, 'Attributes').KmsMasterKeyId, account, region) : [],
    )
    .filter(({ id }) => id !== 'alias/aws/sns');
}

/** The region in an answer of GetBucketLocation: null stands for us-east-1 and EU for eu-west-1. Never throws.
 *  @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html (read 2026-11-24) */
export function bucketRegion(location: Json): Region {
  const constraint = isJsonObject(location) ? location.LocationConstraint : undefined;
  if (typeof constraint !== 'string' || constraint === '') return 'us-east-1';
  return constraint === 'EU' ? 'eu-west-1' : constraint;
}

function reference(name: Json | undefined, account: AccountId, region: Region): KeyReference[] {
  if (typeof name !== 'string' || name === '' || name.includes('#{')) return [];
  const arn = parseArn(name);
  if (arn === null) return region === '' ? [] : [{ account, region, id: name.replace(/^key\//, '') }];
  return [{ account: arn.account, region: arn.region, id: arn.resource.replace(/^key\//, '') }];
}

function pipelinesOf(facts: readonly Fact[]) {
  return facts
    .filter(({ kind }) => kind === 'pipeline')
    .map(({ account, region, data }) => ({ account, region, pipeline: objectAt(data, 'pipeline') }));
}

function storesOf(pipeline: JsonObject, region: Region): { store: JsonObject; region: Region }[] {
  const single = pipeline.artifactStore;
  return [
    ...(isJsonObject(single ?? null) ? [{ store: single as JsonObject, region }] : []),
    ...Object.entries(objectAt(pipeline, 'artifactStores')).flatMap(([storeRegion, store]) =>
      isJsonObject(store) ? [{ store, region: storeRegion }] : [],
    ),
  ];
}

function actionsOf(pipeline: JsonObject): { configuration: JsonObject; region: Region | undefined }[] {
  return arrayAt(pipeline, 'stages')
    .flatMap((stage) => arrayAt(stage, 'actions'))
    .map((action) => {
      const region = isJsonObject(action) ? action.region : undefined;
      return {
        configuration: objectAt(action, 'configuration'),
        region: typeof region === 'string' ? region : undefined,
      };
    });
}

function objectAt(value: Json, name: string): JsonObject {
  const field = isJsonObject(value) ? value[name] : undefined;
  return isJsonObject(field) ? field : {};
}

function arrayAt(value: Json, name: string): readonly Json[] {
  const field = isJsonObject(value) ? value[name] : undefined;
  return Array.isArray(field) ? field : [];
}
