// Policies on the resources that pipelines call: topics, image repositories, secrets, functions and event buses.
import { textField } from '../fact-index';
import { policyDocument } from '../policy-document';
import type { Reader } from '../reader';
import type { ResourcePolicy } from '../service-resource';

/** Where the text of the policy stands in each kind of fact. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  topic: ['Attributes', 'Policy'],
  'image-repository-policy': ['policyText'],
  'registry-policy': ['policyText'],
  'function-policy': ['Policy'],
  'secret-policy': ['ResourcePolicy'],
  'event-bus': ['Policy'],
};

/** Reads the policies by the ARN of their resource; a registry's goes by the ARN of all its repositories, `…:repository/*`. */
export const resourcePolicyReader: Reader<'resource-policy'> = {
  kind: 'resource-policy',
  facts: Object.keys(TEXTS),
  read: (facts) => ({
    resources: Object.entries(TEXTS).flatMap(([kind, path]) =>
      facts.all(kind).flatMap(({ arn, data }): ResourcePolicy[] => {
        if (arn === null) return [];
        const text = textField(data, ...path);
        return [{ kind: 'resource-policy', arn, policy: text === null ? null : policyDocument(text) }];
      }),
    ),
    problems: [],
  }),
};
