// Test support: permissions that are too wide, and how they can be used.
import type { RegisterEntry } from './entry.fixture';
import { CI_SYSTEMS } from './f-ci.fixture';
import { WAYS_IN } from './f-delivery.fixture';
import { WIDE_ROLES } from './f-roles.fixture';

export const ATTACK_PATHS: readonly RegisterEntry[] = [...WIDE_ROLES, ...WAYS_IN, ...CI_SYSTEMS];
