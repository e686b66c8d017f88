// The only list of services with rules of their own.
import type { ServiceRules } from '../service';
import { iamRules } from './iam';
import { kmsRules } from './kms';
import { s3Rules } from './s3';
import { stsRules } from './sts';

/** Every service with rules of its own. */
export const SERVICES: readonly ServiceRules[] = [iamRules, kmsRules, s3Rules, stsRules];
