// What hatstack.yaml says of the company itself: its tiers, and how its rules are tuned.
import { readConfigFile } from './read-config-file';
import type { GivenFindings } from './read-findings';
import type { GivenTiers } from './read-tiers';

export interface AnalysisSettings {
  readonly tiers: GivenTiers;
  readonly findings: GivenFindings;
}

export type ReadSettings =
  | { readonly kind: 'settings'; readonly settings: AnalysisSettings }
  | { readonly kind: 'problem'; readonly problem: string };

/** The settings of the file that was named, by flag or by HATSTACK_CONFIG, or of `hatstack.yaml` in the working folder if there is
 *  one. `rules`: those that may be tuned. Never throws. */
export function readAnalysisSettings(
  named: string | undefined,
  env: { readonly [name: string]: string | undefined },
  rules: readonly string[],
): ReadSettings {
  const file = readConfigFile(named ?? (env.HATSTACK_CONFIG || undefined), rules);
  if (file.kind === 'problem') return file;
  return { kind: 'settings', settings: { tiers: file.tiers ?? {}, findings: file.findings ?? {} } };
}
