// What cannot be printed as asked: one line that says what to do instead.

/** Thrown by the printers of this room for wishes that no file can meet; doorways tell its message. */
export class CannotPrint extends Error {
  override readonly name = 'CannotPrint';
}
