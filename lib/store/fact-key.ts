// How the store calls a fact among those of its kind and place: by its ARN, or else by what it says.
import { createHash } from 'node:crypto';
import type { Fact } from '@/lib/snapshot/fact';

/** The key by which `factsOf` finds it: `arns` may hold both forms. Never throws. */
export function factKey({ arn, data }: Fact, document: string = hashOf(JSON.stringify(data))): string {
  return arn ?? `#${document}`;
}

/** SHA-256, base64url. Never throws. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
