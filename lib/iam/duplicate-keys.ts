// Finds object keys that a JSON text names twice: JSON.parse keeps the last one and says nothing.

/** JSON pointers of every key that occurs more than once in its object. The text must be well-formed JSON. Never throws.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html (read 2026-11-24): keys are not repeated */
export function duplicateKeys(text: string): readonly string[] {
  const found: string[] = [];
  /** One frame per open object or array: the keys seen (null for an array) and the step into it. */
  const open: { readonly keys: Set<string> | null; step: string | number }[] = [];
  let expectsKey = false;
  for (let at = 0; at < text.length; at++) {
    const top = open.at(-1);
    switch (text[at]) {
      case '"': {
        const end = endOfString(text, at);
        if (expectsKey && top?.keys) {
          const key = stringAt(text, at, end);
          top.step = key;
          if (top.keys.has(key)) found.push(open.map((frame) => `/${escapeStep(frame.step)}`).join(''));
          top.keys.add(key);
          expectsKey = false;
        }
        at = end;
        break;
      }
      case '{':
        open.push({ keys: new Set(), step: '' });
        expectsKey = true;
        break;
      case '[':
        open.push({ keys: null, step: 0 });
        expectsKey = false;
        break;
      case '}':
      case ']':
        open.pop();
        expectsKey = false;
        break;
      case ',':
        if (top && typeof top.step === 'number') top.step++;
        expectsKey = top?.keys !== null && top !== undefined;
        break;
    }
  }
  return found;
}

/** A step of a JSON pointer, escaped. Never throws. */
export function escapeStep(step: string | number): string {
  return String(step).replaceAll('~', '~0').replaceAll('/', '~1');
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

function stringAt(text: string, start: number, end: number): string {
  try {
    return String(JSON.parse(text.slice(start, end + 1)));
  } catch {
    return text.slice(start + 1, end);
  }
}
