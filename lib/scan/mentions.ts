// What a fact mentions of other accounts: by this, who reads those accounts finds it.
import type { Fact } from '@/lib/snapshot/fact';
import { BULKY_KINDS } from './fact-source';
import { bucketName, bucketsOfPipelines } from './pipeline-references';

/** How a mention of an account is written. Never throws. */
export const mentionOfAccount = (account: string): string => `account ${account}`;

/** How a mention of a bucket is written; its name says nothing of whose it is. Never throws. */
export const mentionOfBucket = (name: string): string => `bucket ${name}`;

const BULKY: ReadonlySet<string> = new Set(BULKY_KINDS);

/** Other accounts and buckets that the fact names; none for kinds that nobody looks up. Never throws. */
export function mentionsIn(fact: Fact): readonly string[] {
  if (BULKY.has(fact.kind)) return [];
  const ids = JSON.stringify(fact.data).match(/(?<!\d)\d{12}(?!\d)/g) ?? [];
  const accounts = [...new Set(ids)].filter((id) => id !== fact.account);
  return [...accounts.map(mentionOfAccount), ...bucketsNamedBy(fact).map(mentionOfBucket)];
}

function bucketsNamedBy(fact: Fact): readonly string[] {
  if (fact.kind === 'pipeline') return [...bucketsOfPipelines([fact])];
  return bucketName(fact);
}
