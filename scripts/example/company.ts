// Acme Retail: the accounts, regions and names of the example.

/** Regions in which the company works. */
export const REGIONS = ['us-east-1', 'us-east-2', 'eu-west-1'] as const;
export type CompanyRegion = (typeof REGIONS)[number];

export type AccountName = 'tools' | 'dev' | 'staging' | 'prod';
export type Accounts = { readonly [name in AccountName]: string };

export const ROLE_OF_HATSTACK = 'HatstackRead';
export const EXTERNAL_ID = 'acme-hatstack-5c1e';
export const SCANNER = 'hatstack-scanner';

const SHORT: { readonly [region in CompanyRegion]: string } = {
  'us-east-1': 'use1',
  'us-east-2': 'use2',
  'eu-west-1': 'euw1',
};

/** `use1` for `us-east-1`: how the company abbreviates regions in names. */
export function shortRegion(region: CompanyRegion): string {
  return SHORT[region];
}

/** Bucket names are one world-wide name space, so companies put something of their own into them. */
export function artifactBucket(region: CompanyRegion): string {
  return `acme-artifacts-${shortRegion(region)}`;
}

export const CI_DROP_BUCKET = 'acme-ci-drop';
export const FEED_BUCKET = 'acme-warehouse-feeds';
export const ASSETS_BUCKET = 'acme-storefront-assets-prod';
export const HANDBOOK_BUCKET = 'acme-platform-handbook';

/** The ARN of a role. */
export function role(account: string, name: string): string {
  return `arn:aws:iam::${account}:role/${name}`;
}

/** The ARN of a bucket. */
export function bucketArn(name: string): string {
  return `arn:aws:s3:::${name}`;
}
