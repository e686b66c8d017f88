// Test support: every grant in a snapshot, and the snapshot without one of them.
import { isJsonObject, type Json, type JsonObject } from '@/lib/base/json';
import { policyDocument } from '@/lib/model/policy-document';
import type { Fact } from '@/lib/snapshot/fact';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { policyId } from '@/lib/verdict/policy-shelf';

/** An Allow statement, by the id that evidence gives its policy and its 0-based index there. */
export interface Grant {
  readonly policy: string;
  readonly statement: number;
  /** The statement as JSON text. */
  readonly text: string;
}

/** The policy documents of one fact, each with its id and a way to put another in its place. */
interface Held {
  readonly policy: string;
  readonly document: JsonObject;
  readonly replaced: (document: JsonObject) => Fact;
}

/** Every Allow statement of the roles, managed policies, buckets and keys. */
export function grantsOf(snapshot: Snapshot): readonly Grant[] {
  return snapshot.facts
    .flatMap(documentsOf)
    .flatMap(({ policy, document }) =>
      statementsOf(document).flatMap((statement, index) =>
        isJsonObject(statement) && statement.Effect === 'Allow'
          ? [{ policy, statement: index, text: JSON.stringify(statement) }]
          : [],
      ),
    );
}

/** The same snapshot without the grant. A statement that matches nothing takes its place, so that the others keep their index. */
export function withoutGrant(snapshot: Snapshot, { policy, statement }: Grant): Snapshot {
  return {
    ...snapshot,
    facts: snapshot.facts.map((fact) => {
      const held = documentsOf(fact).find((one) => one.policy === policy);
      if (held === undefined) return fact;
      const Statement = statementsOf(held.document).map((one, index) =>
        index === statement && isJsonObject(one) ? { ...one, Action: 'none:Nothing' } : one,
      );
      return held.replaced({ ...held.document, Statement });
    }),
  };
}

function documentsOf(fact: Fact): readonly Held[] {
  const { kind, arn, data } = fact;
  if (arn === null || !isJsonObject(data)) return [];
  const put = (more: JsonObject): Fact => ({ ...fact, data: { ...data, ...more } });
  if (kind === 'bucket-policy' || kind === 'key-policy')
    return [held(policyId.resource(arn), data.Policy, (Policy) => put({ Policy }))];
  if (kind !== 'iam-role') return [];
  const inline = Array.isArray(data.RolePolicyList) ? (data.RolePolicyList as readonly JsonObject[]) : [];
  return [
    held(policyId.trust(arn), data.AssumeRolePolicyDocument, (AssumeRolePolicyDocument) =>
      put({ AssumeRolePolicyDocument }),
    ),
    ...inline.map((one, index) =>
      held(policyId.inline(arn, String(one.PolicyName)), one.PolicyDocument, (PolicyDocument) =>
        put({ RolePolicyList: inline.with(index, { ...one, PolicyDocument }) }),
      ),
    ),
  ];
}

function held(policy: string, document: Json | undefined, put: (text: string) => Fact): Held {
  const parsed = policyDocument(document ?? null);
  return {
    policy,
    document: isJsonObject(parsed) ? parsed : {},
    replaced: (changed) => put(JSON.stringify(changed)),
  };
}

function statementsOf({ Statement: statement = [] }: JsonObject): readonly Json[] {
  return Array.isArray(statement) ? (statement as readonly Json[]) : [statement];
}
