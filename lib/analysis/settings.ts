// What a company says of itself before anything is judged: its tiers, and how its rules are tuned.
import { RULES } from '@/lib/findings/rules/index';
import type { FindingSettings } from '@/lib/findings/settings';
import type { TierSettings } from '@/lib/model/tier';

export interface Settings {
  readonly tiers?: TierSettings;
  readonly findings?: FindingSettings;
}

/** The rules that settings may name. */
export const RULE_IDS: readonly string[] = RULES.map((rule) => rule.id);
