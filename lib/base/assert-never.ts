// Ends a switch over a closed union, so that a new member does not compile until it is handled.

/** Fails when reached; the compiler makes sure that it never is. @throws always */
export function assertNever(value: never): never {
  throw new Error(`invariant broken: unhandled ${JSON.stringify(value)}`);
}
