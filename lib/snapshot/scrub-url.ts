// Drops user names, passwords and tokens out of addresses.
import { SCRUBBED } from './scrubbed';

const USER_INFO = /\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@"']+@/gi;
/** `t` is the token of CodeBuild's and CodePipeline's webhooks, `uuid` that of a badge: whoever knows the address may use it. */
const QUERY =
  /([?&](?:t|uuid|sig|signature|x-amz-(?:signature|credential)|[\w-]*(?:token|secret|password|api_?key))=)[^&\s"'#]+/gi;

/** The text with `https://user:token@host?t=token` as `https://****@host?t=****`, whatever the scheme. Never throws. */
export function scrubAddress(text: string): string {
  if (!text.includes('://')) return text;
  const named = text.includes('@') ? text.replace(USER_INFO, `$1${SCRUBBED}@`) : text;
  return named.includes('?') ? named.replace(QUERY, `$1${SCRUBBED}`) : named;
}
