// Why a scan could not be made at all.

/** One line: what, where, and what to do about it. Nothing was written. */
export class ScanProblem extends Error {
  override readonly name = 'ScanProblem';
}
