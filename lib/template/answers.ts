// From the spelling of templates to that of AWS's answers, and other small differences between the two.
import { isJsonObject, type Json, type JsonObject } from '@/lib/base/json';
import type { Fact } from '@/lib/snapshot/fact';
import type { Resource } from './resource-type';

/** The same value with keys that begin with a small letter, as CodePipeline, CodeBuild, CodeDeploy, ECS and Step Functions answer;
 *  what stands under one of the keys in `keep` stays as it is. Never throws. */
export function smallKeys(value: Json, keep: readonly string[] = []): Json {
  if (Array.isArray(value)) return value.map((one) => smallKeys(one, keep));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name.charAt(0).toLowerCase() + name.slice(1),
      keep.includes(name) ? one : smallKeys(one, keep),
    ]),
  );
}

/** A policy document as IAM, S3 and KMS keep it: an account id as principal becomes the ARN of the account's root.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts (read 2026-11-27) */
export function keptDocument(document: Json, partition: string): Json {
  if (!isJsonObject(document)) return document;
  const { Statement: statement = [] } = document;
  const statements = Array.isArray(statement) ? (statement as readonly Json[]) : [statement];
  return { ...document, Statement: statements.map((one) => keptStatement(one, partition)) };
}

function keptStatement(statement: Json, partition: string): Json {
  if (!isJsonObject(statement)) return statement;
  return Object.fromEntries(
    Object.entries(statement).map(([name, value]) => [
      name,
      (name === 'Principal' || name === 'NotPrincipal') && isJsonObject(value) && value.AWS !== undefined
        ? { ...value, AWS: keptPrincipals(value.AWS, partition) }
        : value,
    ]),
  );
}

function keptPrincipals(principals: Json, partition: string): Json {
  if (Array.isArray(principals)) {
    const kept = (principals as readonly Json[]).map((one) => keptPrincipals(one, partition));
    return kept.length === 1 ? (kept[0] ?? null) : kept;
  }
  const account = /^\d{12}$/.exec(String(principals))?.[0];
  return account === undefined ? principals : `arn:${partition}:iam::${account}:root`;
}

/** Tags as IAM, ECS and others answer them: the same list; empty where there are none. Never throws. */
export function tagsOf(self: Resource): readonly Json[] {
  const tags = self.property('Tags');
  return Array.isArray(tags) ? (tags as readonly Json[]) : [];
}

/** A list property; empty where it is not set. Never throws. */
export function listOf(self: Resource, name: string): readonly Json[] {
  const value = self.property(name);
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** A fact about a resource of a region; `global` for those of a whole account. Never throws. */
export function factOf(
  self: Resource,
  kind: string,
  source: Fact['source'],
  arn: string | null,
  data: Json,
  scope: 'regional' | 'global' = 'regional',
): Fact {
  return {
    kind,
    source,
    account: self.account,
    region: scope === 'global' ? 'global' : self.region,
    arn,
    data,
  };
}

/** An object without the fields that are not set. Never throws. */
export function given(fields: { readonly [name: string]: Json | undefined }): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
