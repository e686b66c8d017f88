// Why nothing can be read, or nothing more.

/** One line, with what to do. */
export class AwsProblem extends Error {
  override readonly name = 'AwsProblem';
}
