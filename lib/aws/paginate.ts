// Walks through the pages of a listing call.

/** Sends until `next` gives no further request. A service that hands out the same token twice would never end: that is an error.
 *  @throws what `send` throws */
export async function* paginate<In, Out>(
  send: (input: In) => Promise<Out>,
  first: In,
  next: (output: Out) => In | undefined,
): AsyncGenerator<Out> {
  let input: In | undefined = first;
  let previous: string | undefined;
  while (input !== undefined) {
    const output: Out = await send(input);
    yield output;
    input = next(output);
    const asked: string | undefined = JSON.stringify(input);
    if (asked !== undefined && asked === previous)
      throw new Error('the listing gave the same page token twice');
    previous = asked;
  }
}
