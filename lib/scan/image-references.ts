// Repositories of ECR that pipelines name, or that the images of their builds and tasks lie in.
import { isJsonObject, type Json } from '@/lib/base/json';
import { type ImageRepository, imageRepository } from '@/lib/names/image';
import type { Fact } from '@/lib/snapshot/fact';
import { actionReferences, isName } from './action-references';
import { oncePerList } from './once-per-list';

/** Each repository once. A public registry has no policy that another account would need. Never throws. */
export const imageRepositories = oncePerList((facts: readonly Fact[]): readonly ImageRepository[] => {
  const named = actionReferences(facts, ['ECR', 'ECRBuildAndPublish', 'InspectorScan']).flatMap(
    ({ account, region, configuration }) => {
      const name = configuration.RepositoryName ?? configuration.ECRRepositoryName;
      return isName(name) && configuration.RegistryType !== 'public' ? [{ account, region, name }] : [];
    },
  );
  const all = [...named, ...facts.flatMap(imagesOf).flatMap((image) => imageRepository(image) ?? [])];
  return [...new Map(all.map((one) => [`${one.account} ${one.region} ${one.name}`, one])).values()];
});

function imagesOf({ kind, data }: Fact): readonly string[] {
  if (kind === 'build-project') return textsOf(field(field(data, 'environment'), 'image'));
  if (kind !== 'task-definition') return [];
  const containers = field(field(data, 'taskDefinition'), 'containerDefinitions');
  return Array.isArray(containers) ? containers.flatMap((one) => textsOf(field(one, 'image'))) : [];
}

function field(value: Json, name: string): Json {
  return (isJsonObject(value) ? value[name] : undefined) ?? null;
}

function textsOf(value: Json): readonly string[] {
  return typeof value === 'string' ? [value] : [];
}
