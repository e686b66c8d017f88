// Test support: the shapes that entries about actions have in common.
import { withoutRoles } from './d-cases.fixture';
import type { DetectedAs, DetectedEntry, RegisterEntry } from './entry.fixture';

export const GUIDE = 'https://docs.aws.amazon.com/codepipeline/latest/userguide';
export type At = Exclude<DetectedAs, { readonly kind: 'shown in' }>;
export const denied = (hop: 'calls' | 'passes' | 'reads', need: string): At => ({
  kind: 'need',
  at: 'Act/Act',
  hop,
  need,
});
export const wrong = (rule: string, says: RegExp): At => ({ kind: 'fault', at: 'Act/Act', rule, says });
export const IN_DEFINITION = { never: 'it stands in the definition of the pipeline' };

/** A missing permission: told where the roles were read. */
export const missing = (
  one: Pick<DetectedEntry, 'id' | 'what' | 'as' | 'fires'> & {
    readonly source: string;
    readonly silent: DetectedEntry['fires'];
  },
): RegisterEntry => {
  const { source, ...entry } = one;
  return { ...entry, sources: [source], cannotTell: withoutRoles(one.silent) };
};
