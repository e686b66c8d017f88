// A need of a permission path as a question that the reader can go on asking with.
import type { Json } from '@/lib/base/json';
import type { KeyState } from '@/lib/iam/request';
import { conditionKeys } from '@/lib/verdict/condition-keys';
import type { JudgedNeed } from '@/lib/verdict/judgement';
import type { AskedKey, AskFields } from './ask-read';

/** Who, does, on, and of the context what some policy asks for. Null where the request is not known, or its verdict rests on more than
 *  policies. Never throws. */
export function askOf({ need, sources }: JudgedNeed): AskFields | null {
  const who = whoAsks(need.principal);
  const isOpen = need.cannotTell ?? need.unread ?? need.doubt ?? need.doubtOfAllow;
  if (who === null || isOpen !== undefined) return null;
  const asked = new Set([...sources().values()].flatMap(({ document }) => keysOf(document)));
  const context = { ...need.base, ...need.context };
  const keys = Object.entries(context).filter(([key]) => asked.has(key.toLowerCase()));
  return {
    who,
    does: need.action,
    on: need.resource,
    keys: keys.flatMap(([key, state]) => rowsOf(key, state)),
  };
}

function whoAsks(principal: JudgedNeed['need']['principal']): string | null {
  if (principal.kind === 'service') return principal.service;
  return principal.kind === 'role' || principal.kind === 'user' ? principal.arn : null;
}

function rowsOf(key: string, state: KeyState): readonly AskedKey[] {
  if (state.kind === 'known') return state.values.map((value) => ({ key, says: 'value', value }));
  return [{ key, says: state.kind, value: '' }];
}

/** Documents are shared by thousands of needs. */
const walked = new WeakMap<object, readonly string[]>();

function keysOf(document: unknown): readonly string[] {
  if (typeof document !== 'object' || document === null) return [];
  const keys = walked.get(document) ?? conditionKeys(document as Json).map((key) => key.toLowerCase());
  walked.set(document, keys);
  return keys;
}
