// CodePipeline: pipelines, and what starts them from outside.
import { isJsonObject, type Json, type JsonObject } from '@/lib/base/json';
import { factOf, given, smallKeys } from '../answers';
import { madeUpName } from '../made-up-id';
import { factless, type Resource, type ResourceType } from '../resource-type';

const arnOf = (self: Resource) =>
  `arn:${self.partition}:codepipeline:${self.region}:${self.account}:${self.id()}`;

const pipeline: ResourceType = {
  type: 'AWS::CodePipeline::Pipeline',
  id: (self) => self.text('Name') ?? madeUpName(self, 100),
  attributes: { Version: () => '1' },
  facts: (self) => [
    factOf(self, 'pipeline', 'codepipeline:GetPipeline', arnOf(self), {
      pipeline: {
        name: self.id(),
        roleArn: self.property('RoleArn') ?? null,
        ...storesOf(self),
        stages: stagesOf(self),
        version: 1,
        pipelineType: self.text('PipelineType') ?? 'V1',
        executionMode: self.text('ExecutionMode') ?? 'SUPERSEDED',
        ...given({
          triggers: small(self.property('Triggers')),
          variables: small(self.property('Variables')),
        }),
      },
      metadata: { pipelineArn: arnOf(self) },
    }),
  ],
};

const webhook = factless(
  'AWS::CodePipeline::Webhook',
  'webhooks are not read',
  (self) => self.text('Name') ?? madeUpName(self),
  { Url: (self) => `https://${self.region}.webhooks.aws/${self.id()}` },
);

export const codepipeline: readonly ResourceType[] = [pipeline, webhook];

/** `ArtifactStores` is a list in a template and a map by region in an answer.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_PipelineDeclaration.html (read 2026-11-27) */
function storesOf(self: Resource): JsonObject {
  const single = self.property('ArtifactStore');
  if (single !== undefined) return { artifactStore: smallKeys(single) };
  const stores = self.property('ArtifactStores');
  const list = Array.isArray(stores) ? (stores as readonly Json[]) : [];
  return {
    artifactStores: Object.fromEntries(
      list.flatMap((one) =>
        isJsonObject(one) ? [[String(one.Region), smallKeys(one.ArtifactStore ?? null)]] : [],
      ),
    ),
  };
}

/** The keys of a configuration are the provider's own, and its values are texts. */
function stagesOf(self: Resource): Json {
  const texts = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(texts);
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [
        name,
        name === 'Configuration' && isJsonObject(one) ? textValues(one) : texts(one),
      ]),
    );
  };
  return smallKeys(texts(self.property('Stages') ?? []), ['Configuration']);
}

function textValues(configuration: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(configuration).map(([name, value]) => [
      name,
      typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]),
  );
}

function small(value: Json | undefined): Json | undefined {
  return value === undefined ? undefined : smallKeys(value);
}
