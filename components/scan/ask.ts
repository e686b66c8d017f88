// Asks the server to do something, and says in one line why it did not.

export type Answer =
  | { readonly kind: 'done'; readonly body: unknown }
  | { readonly kind: 'problem'; readonly problem: string };

const UNREACHABLE = 'the server does not answer: see that it still runs, and try again';

/** Never throws. */
export async function ask(method: 'POST' | 'PATCH' | 'DELETE', url: string, body?: object): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method,
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json().catch(() => null);
    if (response.ok) return { kind: 'done', body: answer };
    return {
      kind: 'problem',
      problem: detailOf(answer) ?? `the server answered ${response.status}: try again`,
    };
  } catch {
    return { kind: 'problem', problem: UNREACHABLE };
  }
}

function detailOf(answer: unknown): string | null {
  const isProblem = typeof answer === 'object' && answer !== null && 'detail' in answer;
  return isProblem && typeof answer.detail === 'string' ? answer.detail : null;
}

/** The text under that key of an answer, or null. Never throws. */
export function textIn(body: unknown, key: string): string | null {
  const value = typeof body === 'object' && body !== null ? Reflect.get(body, key) : null;
  return typeof value === 'string' ? value : null;
}

/** The texts under that key. Never throws. */
export function textsIn(body: unknown, key: string): readonly string[] {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, key) : null;
  return Array.isArray(value) ? value.map(String) : [];
}
