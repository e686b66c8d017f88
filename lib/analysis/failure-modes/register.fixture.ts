// Test support: the only list of what the register says, one file per topic.
import { GUARDRAILS } from './a-guardrails.fixture';
import { ROLES } from './a-roles.fixture';
import { BUCKETS } from './b-buckets.fixture';
import { LOST_ARTIFACTS } from './b-lost-artifacts.fixture';
import { STORES } from './b-stores.fixture';
import { KEYS } from './c-keys.fixture';
import { OTHER_KEYS } from './c-other-keys.fixture';
import { PROVIDERS_AND_PASSED_ROLES } from './d-providers.fixture';
import { SOURCES_AND_TRIGGERS } from './e-triggers.fixture';
import type { DetectedEntry, NotDetected, RegisterEntry, ShownEntry } from './entry.fixture';
import { ATTACK_PATHS } from './f-attack-paths.fixture';
import { PIPELINES_V2 } from './g-pipelines.fixture';
import { LIMITS } from './limits.fixture';

export const REGISTER: readonly RegisterEntry[] = [
  ...ROLES,
  ...GUARDRAILS,
  ...BUCKETS,
  ...STORES,
  ...LOST_ARTIFACTS,
  ...KEYS,
  ...OTHER_KEYS,
  ...PROVIDERS_AND_PASSED_ROLES,
  ...SOURCES_AND_TRIGGERS,
  ...ATTACK_PATHS,
  ...PIPELINES_V2,
  ...LIMITS,
];

export const DETECTED = REGISTER.filter(
  (one): one is DetectedEntry => 'as' in one && one.as.kind !== 'shown in',
);
export const SHOWN_ELSEWHERE = REGISTER.filter(
  (one): one is ShownEntry => 'as' in one && one.as.kind === 'shown in',
);
export const NOT_DETECTED = REGISTER.filter((one): one is NotDetected => !('as' in one));
