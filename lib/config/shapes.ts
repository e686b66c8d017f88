// How the values look that a person writes into an option.

export const ACCOUNT = /^\d{12}$/;
/** @see https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html (read 2026-11-24) */
export const REGION = /^[a-z]{2,3}(-[a-z]+)+-\d{1,2}$/;
/** A role's name, after its path if it has one.
 *  @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html (read 2026-11-24), for this and the next two. */
export const ROLE_NAME = /^([\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/;
export const EXTERNAL_ID = /^[\w+=,.@:/-]{2,1224}$/;
export const SESSION_NAME = /^[\w+=,.@-]{2,64}$/;
export const ROLE_ARN = /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/;
/** An organizational unit, or the root.
 *  @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_OrganizationalUnit.html (read 2026-11-24) */
export const UNIT = /^(r-[a-z0-9]{4,32}|ou-[a-z0-9]{4,32}-[a-z0-9]{8,32})$/;
/** @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_Tag.html (read 2026-11-24) */
export const TAG = /^[^=]{1,128}=[^=]{0,256}$/;
/** An account, a role or a user that a trust policy may name. */
export const PRINCIPAL = /^(\d{12}|arn:aws[a-z-]*:iam::\d{12}:(root|(role|user)\/[\w+=,.@/-]+))$/;
export const COUNT = /^[1-9]\d{0,5}$/;
/** How many calls may be on the way at once: 1 to 200. */
export const CONCURRENCY = /^([1-9]\d?|1\d\d|200)$/;
