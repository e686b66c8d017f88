// What goes wrong with files and databases, each as one line with what to do.
import { nameOf, type Place } from './place';

/** Why a snapshot could not be read or written: one line with the file's or the store's name and what to do. */
export class SnapshotProblem extends Error {
  override readonly name = 'SnapshotProblem';
}

/** The tables are of a version that this program does not know. */
export class StoreTooNew extends Error {
  constructor(readonly version: number) {
    super(`the tables are of version ${version}`);
  }
}

/** The database's own codes.
 *  @see https://www.sqlite.org/rescode.html (read 2026-11-27)
 *  @see https://www.postgresql.org/docs/current/errcodes-appendix.html (read 2026-11-27) */
const REASONS: readonly (readonly [codes: RegExp, reason: string])[] = [
  [
    /^(SQLITE_FULL|53100|ENOSPC)$/,
    'the disk is full: make room; what was kept before is safe, and `hatstack scan --resume` goes on from there',
  ],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'the file is damaged or no store: move it away, and import what you exported'],
  [
    /^SQLITE_(CANTOPEN|READONLY|PERM)|^(EACCES|EROFS|ENOTDIR|EEXIST|EPERM)$/,
    'it cannot be written: see that the folder exists and is yours',
  ],
  [/^SQLITE_(BUSY|LOCKED)/, 'another process has been writing for too long: try again when it is through'],
  [/^SQLITE_IOERR/, 'the disk does not answer as it should: look after the disk'],
  [/^(28P01|28000)$/, 'the database does not accept this user or password: check DATABASE_URL'],
  [/^3D000$/, 'there is no such database: create it, or correct DATABASE_URL'],
  [/^42501$/, 'this user may not create or change tables there: grant it the schema'],
  [/^53300$/, 'it has no connection left: end some, or allow more'],
];

const UNREACHABLE =
  'it cannot be reached, or the connection was lost: what was kept before is safe, and `hatstack scan --resume` goes on from there';

/** The error as one line; faults of our own pass unchanged. Never throws. */
export function storeProblem(error: unknown, place: Place): unknown {
  if (error instanceof SnapshotProblem || !(error instanceof Error)) return error;
  const store = `the store \`${nameOf(place)}\``;
  if (error instanceof StoreTooNew) {
    return new SnapshotProblem(
      `cannot use ${store}: a newer hatstack made it (version ${error.version}): use that one`,
    );
  }
  const code = codeOf(error);
  const reason = REASONS.find(([codes]) => codes.test(code))?.[1];
  if (reason !== undefined) return new SnapshotProblem(`cannot use ${store} (${code}): ${reason}`);
  if (isLostConnection(error)) return new SnapshotProblem(`cannot use ${store} (${code}): ${UNREACHABLE}`);
  return error;
}

/** Whether the database went away or could not be reached: then the same may be tried again. Never throws. */
export function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    /^(08...|57P0[123]|ECONN(REFUSED|RESET|ABORTED)|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH)$/.test(
      codeOf(error),
    ) ||
    /^Connection terminated|connection timeout|Client has encountered a connection error/i.test(error.message)
  );
}

/** Whether two writers were in each other's way: then the same may be tried again. Never throws. */
export function isCollision(error: unknown): boolean {
  return error instanceof Error && /^(40001|40P01|SQLITE_BUSY.*|SQLITE_LOCKED.*)$/.test(codeOf(error));
}

/** The error's own code, or its text. Never throws. */
export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code !== undefined) return String(error.code);
  return error instanceof Error ? error.message : String(error);
}
