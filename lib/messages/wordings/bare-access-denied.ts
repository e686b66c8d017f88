// A refusal that says nothing but that it is one.
import type { Wording } from '../message';

const SERVICES: readonly (readonly [words: RegExp, services: readonly string[]])[] = [
  [/Amazon S3|Upload to S3|S3 Error/, ['s3', 'kms']],
  [/AWSKMS|Service: Kms/i, ['kms']],
];

/** S3 adds who and what only inside one organisation, and answers the same where it is the key that refuses.
 *  @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html (read 2026-11-24) */
export const bareAccessDenied: Wording = {
  id: 'bare-access-denied',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html',
  examples: [
    'Access Denied',
    'Access Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied; Request ID: BDA77A60ED10A069)',
    'Upload to S3 failed with the following error: Access Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied)',
  ],
  read(text) {
    if (
      !/^(?:Upload to S3 failed with the following error: |[\w. ]*:\s?)?Access ?Denied\b\s*(?:\(.*\))?\.?$/.test(
        text,
      )
    )
      return null;
    const services = SERVICES.find(([words]) => words.test(text))?.[1] ?? [];
    return {
      services,
      caveat: services.includes('s3') ? 'S3 answers the same where it is the key that refuses' : null,
    };
  },
};
