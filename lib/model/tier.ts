// Tiers: which accounts are production, which come before it, and which serve all of them; told by a list, a tag, a name or a unit.
import { matchesWildcard } from '@/lib/iam/wildcard';
import type { AccountId } from '@/lib/names/arn';

/** `tools` stands beside the ladder: what serves every tier. The others climb from the least to the most careful. */
export const TIER_NAMES = ['sandbox', 'dev', 'test', 'stage', 'prod', 'tools'] as const;
export type TierName = (typeof TIER_NAMES)[number];

export interface Tier {
  readonly name: TierName;
  /** How it was told, in words: ``its name `acme-prod` ``, `the unit Prod`, `hatstack.yaml`. */
  readonly told: string;
}

/** What belongs to one tier, as a company says itself: account ids, names or ids of units, tags, and patterns of account names. */
export interface TierRule {
  readonly accounts?: readonly AccountId[];
  readonly ous?: readonly string[];
  readonly tags?: readonly { readonly key: string; readonly value: string }[];
  readonly names?: readonly string[];
}

export type TierSettings = { readonly [tier in TierName]?: TierRule };

/** What a tier can be told from. */
export interface TierSigns {
  readonly id: AccountId;
  readonly name: string;
  /** Names of the units above it, the root's first. */
  readonly ouPath: readonly string[];
  /** The same units by id, where they are known. */
  readonly ouIds: readonly string[];
  readonly tags: { readonly [key: string]: string };
}

/** Of two words in one name the first that matches here counts: `non-prod` is no production. */
const WORDS: readonly (readonly [TierName, RegExp])[] = [
  ['sandbox', word('sandbox|sbx|playground|scratch')],
  ['test', word('non-?_?prod(uction)?|nprd')],
  ['stage', word('pre-?_?prod(uction)?|staging|stage|stg|uat|acceptance|canary')],
  ['prod', word('prod|prd|production|live')],
  ['test', word('test|testing|qa|integration|int|tst')],
  ['dev', word('dev|devel|develop|development')],
  ['tools', word('tools|tooling|toolchain|hub|cicd|ci-cd|pipelines?|shared-?services|infrastructure|build')],
];

/** Keys of tags by which companies tell tiers. */
const TAG_KEYS: ReadonlySet<string> = new Set(['environment', 'env', 'stage', 'tier']);

function word(words: string): RegExp {
  return new RegExp(`(^|[^a-z])(${words})([^a-z]|$)`, 'i');
}

/** The tier that a name speaks of, or null. `Prod`, `acme-prod` and `Deploy-Prod` do; `product` and `producer` do not. Never throws. */
export function tierWord(text: string): TierName | null {
  return WORDS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** The tier of an account: what the company says of it first; then its tags, its own name, and the unit that is nearest to it.
 *  Null where nothing tells. Never throws. */
export function tierFrom(signs: TierSigns, settings: TierSettings): Tier | null {
  return tierSaid(signs, settings) ?? tierGuessed(signs);
}

function tierSaid(signs: TierSigns, settings: TierSettings): Tier | null {
  const ways: readonly (readonly [string, (rule: TierRule) => boolean])[] = [
    ['by its id', (rule) => rule.accounts?.includes(signs.id) ?? false],
    ['by a tag', (rule) => rule.tags?.some(({ key, value }) => signs.tags[key] === value) ?? false],
    ['by its name', (rule) => rule.names?.some((pattern) => matchesWildcard(pattern, signs.name)) ?? false],
    [
      'by its unit',
      (rule) => rule.ous?.some((unit) => signs.ouPath.includes(unit) || signs.ouIds.includes(unit)) ?? false,
    ],
  ];
  for (const [how, matches] of ways)
    for (const name of TIER_NAMES) {
      const rule = settings[name];
      if (rule !== undefined && matches(rule)) return { name, told: `hatstack.yaml names it, ${how}` };
    }
  return null;
}

function tierGuessed({ tags, name, ouPath }: TierSigns): Tier | null {
  for (const [key, value] of Object.entries(tags)) {
    const told = TAG_KEYS.has(key.toLowerCase()) ? tierWord(value) : null;
    if (told !== null) return { name: told, told: `its tag ${key} is \`${value}\`` };
  }
  const own = tierWord(name);
  if (own !== null) return { name: own, told: `its name is \`${name}\`` };
  for (const unit of ouPath.toReversed()) {
    const told = tierWord(unit);
    if (told !== null) return { name: told, told: `it hangs below the unit \`${unit}\`` };
  }
  return null;
}

/** An inventory, as far as tiers go. */
export interface HasTiers {
  readonly tiers: ReadonlyMap<AccountId, Tier>;
}

/** How far up the ladder a tier stands; null beside it. Never throws. */
export function rankOf(tier: TierName): number | null {
  return tier === 'tools' ? null : TIER_NAMES.indexOf(tier);
}

/** The tier of an account, whether it was read or only listed; null where nothing tells. Never throws. */
export function tierOf(inventory: HasTiers, account: AccountId | null): Tier | null {
  return account === null ? null : (inventory.tiers.get(account) ?? null);
}

/** Whether the account is production. Never throws. */
export function isProd(inventory: HasTiers, account: AccountId | null): boolean {
  return tierOf(inventory, account)?.name === 'prod';
}
