// Drops user names and passwords out of addresses.
import { SCRUBBED } from './scrubbed';

const USER_INFO = /\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@"']+@/gi;

/** The text with `https://user:token@host` as `https://****@host`, whatever the scheme. Never throws. */
export function withoutUserInfo(text: string): string {
  return text.includes('@') ? text.replace(USER_INFO, `$1${SCRUBBED}@`) : text;
}
