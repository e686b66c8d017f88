// Where this user's snapshots are kept: a file of their own, or the database that DATABASE_URL names.
import { homedir } from 'node:os';
import { join } from 'node:path';

export type Environment = { readonly [name: string]: string | undefined };

export type Place =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'postgres'; readonly url: string };

/** PostgreSQL where `DATABASE_URL` is set, else SQLite in the data folder. Never throws. */
export function placeOf(env: Environment): Place {
  if (env.DATABASE_URL) return { kind: 'postgres', url: env.DATABASE_URL };
  return { kind: 'sqlite', file: join(dataFolder(env), 'hatstack.db') };
}

/** The place in a message: the file, or the URL without its password. Never throws. */
export function nameOf(place: Place): string {
  return place.kind === 'sqlite' ? place.file : place.url.replace(/^([a-z]+:\/\/[^/@:]*):[^@]*@/, '$1@');
}

/** `HATSTACK_HOME`, or else the user's own data folder. Never throws.
 *  @see https://specifications.freedesktop.org/basedir-spec/latest/ (read 2026-11-24) */
export function dataFolder(env: Environment): string {
  if (env.HATSTACK_HOME) return env.HATSTACK_HOME;
  if (env.XDG_DATA_HOME) return join(env.XDG_DATA_HOME, 'hatstack');
  if (process.platform === 'win32' && env.LOCALAPPDATA) return join(env.LOCALAPPDATA, 'hatstack');
  return join(env.HOME ?? homedir(), '.local', 'share', 'hatstack');
}
