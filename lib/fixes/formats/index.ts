// The formats, in the order in which they are offered. One more format is one file and one line here.

import type { FixFormat } from '../fix-format';
import { cdk } from './cdk';
import { cloudformation } from './cloudformation';
import { json } from './json';
import { terraform } from './terraform';

export const FIX_FORMATS: readonly FixFormat[] = [json, cloudformation, terraform, cdk];
