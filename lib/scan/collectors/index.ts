// The only list of collectors.
import type { Collector } from '../collector';
import { codepipeline } from './codepipeline';
import { iam } from './iam';
import { kms } from './kms';
import { organizations } from './organizations';
import { s3 } from './s3';

export const collectors: readonly Collector[] = [organizations, iam, codepipeline, s3, kms];
