// The only list of finding rules.
import type { Rule } from '../rule';
import { roleTrustsAnyone } from './role-trusts-anyone';
import { roleTrustsWholeAccount } from './role-trusts-whole-account';

export const RULES = [roleTrustsAnyone, roleTrustsWholeAccount] as const satisfies readonly Rule[];
