// Faults of a pipeline's shape, which no policy can cure.

/** What is wrong with the shape itself (no store in the action's region, a project that does not exist). */
export interface StructureFault {
  readonly rule: string;
  readonly sentence: string;
  readonly source: string;
  /** False: worth saying, but it does not break the action for certain. */
  readonly certain: boolean;
  /** True: something that no policy says and nobody read decides, so the action cannot be told. */
  readonly leavesOpen?: boolean;
  /** True: what would tell was not read, so that it may or may not be so; it leaves the action's state alone. */
  readonly unread?: boolean;
}
