// Clusters of EKS that pipelines deploy to: how they know who comes, and whom they know.
import { type FactIndex, field, listField, readFact, textField } from '../fact-index';
import { placeOf } from '../place-of';
import type { Reader } from '../reader';
import type { AccessEntry, Cluster } from '../service-resource';

/** Reads clusters. @see https://docs.aws.amazon.com/eks/latest/APIReference/API_AccessConfigResponse.html (read 2026-11-27) */
export const clusterReader: Reader<'cluster'> = {
  kind: 'cluster',
  facts: ['cluster', 'access-entries', 'access-entry', 'access-entry-policies'],
  read: (facts) => ({
    resources: facts.all('cluster').flatMap(({ arn, data }): Cluster[] => {
      if (arn === null || data === null) return [];
      return [
        {
          kind: 'cluster',
          arn,
          ...placeOf(arn),
          name: textField(data, 'cluster', 'name') ?? '',
          authentication: textField(data, 'cluster', 'accessConfig', 'authenticationMode'),
          entries: readFact(facts.about('access-entries', arn), (entries) =>
            textsOf(field(entries, 'accessEntries')).map((principal) => entryOf(facts, arn, principal)),
          ),
        },
      ];
    }),
    problems: [],
  }),
};

function entryOf(facts: FactIndex, cluster: string, principal: string): AccessEntry {
  const about = (kind: string, ...path: readonly string[]) =>
    facts.all(kind).find(({ arn, data }) => arn === cluster && textField(data, ...path) === principal);
  return {
    principal,
    groups: readFact(about('access-entry', 'accessEntry', 'principalArn'), (data) =>
      textsOf(field(data, 'accessEntry', 'kubernetesGroups')),
    ),
    policies: readFact(about('access-entry-policies', 'principalArn'), (data) =>
      listField(data, 'associatedAccessPolicies').map((one) => ({
        arn: textField(one, 'policyArn') ?? '',
        namespaces:
          textField(one, 'accessScope', 'type') === 'cluster'
            ? null
            : textsOf(field(one, 'accessScope', 'namespaces')),
      })),
    ),
  };
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
