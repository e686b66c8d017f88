// A judgement with every name in it replaced. It is made of the judgement, not of a snapshot that was renamed: patterns of policies
// would no longer match there, and a redacted drawing must say what the real one says.
import { sortedBy } from '@/lib/base/sort';
import type { Analysis } from '../analysis';
import { collectNames } from './collect-names';
import { mappingOf, pseudonymsFor } from './pseudonyms';
import { type RedactText, redactTextWith } from './redact-text';

export interface Redacted {
  readonly analysis: Analysis;
  /** The same for a text that belongs to it: a name in a URL, the name of a file. */
  readonly text: RedactText;
  /** The same for anything made of its words, acceptances by finding for instance. */
  readonly of: <T>(value: T) => T;
  /** Names by pseudonym: what turns it back. */
  readonly mapping: Readonly<Record<string, string>>;
}

/** The judgement under pseudonyms. The same judgement gives the same pseudonyms; states, tiers, regions and AWS's words stay. Names are
 *  collected from the whole analysis; `only` leaves the other pipelines out of what is returned. Never throws. */
export function redactAnalysis(analysis: Analysis, only: readonly string[] | null = null): Redacted {
  const pseudonyms = pseudonymsFor(collectNames(analysis));
  const text = redactTextWith(pseudonyms);
  const chosen =
    only === null
      ? analysis
      : { ...analysis, pipelines: analysis.pipelines.filter(({ arn }) => only.includes(arn)) };
  const of = <T>(value: T): T => renamed(value, text) as T;
  return { analysis: of(chosen), text, of, mapping: mappingOf(pseudonyms) };
}

export interface RedactedPair extends Omit<Redacted, 'analysis'> {
  readonly before: Analysis;
  readonly after: Analysis;
}

/** Two judgements under the same pseudonyms, so that what they share is called the same; they are not those of either by itself. Never
 *  throws. */
export function redactBoth(before: Analysis, after: Analysis): RedactedPair {
  const names = [...new Map([...collectNames(after), ...collectNames(before)])];
  const pseudonyms = pseudonymsFor(new Map(sortedBy(names, ([name]) => name)));
  const text = redactTextWith(pseudonyms);
  const of = <T>(value: T): T => renamed(value, text) as T;
  return { before: of(before), after: of(after), text, of, mapping: mappingOf(pseudonyms) };
}

/** Words of ours and of AWS, which a name may happen to equal. */
const KEPT = new Set(
  'kind state verdict category provider owner status code severity rule layer permission type manager spec when result version region regions takenAt effect Effect Action NotAction Version job certainty atFault relation service objectOwner oneOf at updated created made'.split(
    ' ',
  ),
);

function isKept(key: string, text: string, parent: string): boolean {
  if (KEPT.has(key) || parent === 'tiers') return key !== 'told';
  if (key === 'action') return /^[a-z0-9-]+:[A-Za-z0-9*]+$/.test(text);
  // The layer that decided is a word, and so is why a call was not answered; whoever switched something off is an ARN, and what turned
  // an action a sentence.
  return key === 'source' || ((key === 'by' || key === 'cause') && /^[a-z-]+$/.test(text));
}

/** A copy with every text renamed, keys of maps included. Functions answer in the same words and are asked in the real ones. */
function renamed(root: unknown, text: RedactText): unknown {
  const copies = new Map<object, unknown>();
  const originals = new WeakMap<object, object>();
  const remember = <T extends object>(original: object, copy: T): T => {
    copies.set(original, copy);
    originals.set(copy, original);
    return copy;
  };
  const real = (argument: unknown): unknown => {
    if (typeof argument !== 'object' || argument === null) return argument;
    const original = originals.get(argument);
    if (original !== undefined) return original;
    return Array.isArray(argument) ? argument.map(real) : argument;
  };
  const copyOf = (value: unknown, key: string, parent: string): unknown => {
    if (typeof value === 'string') return isKept(key, value, parent) ? value : text(value);
    if (typeof value === 'function')
      return (...given: unknown[]) =>
        copyOf((value as (...all: unknown[]) => unknown)(...given.map(real)), key, parent);
    if (typeof value !== 'object' || value === null) return value;
    const known = copies.get(value);
    if (known !== undefined) return known;
    if (Array.isArray(value)) {
      const list = remember(value, [] as unknown[]);
      for (const one of value) list.push(copyOf(one, key, parent));
      return list;
    }
    if (value instanceof Map) {
      const map = remember(value, new Map<unknown, unknown>());
      for (const [name, one] of value) map.set(copyOf(name, '', ''), copyOf(one, key, parent));
      return map;
    }
    if (value instanceof Set) {
      const set = remember(value, new Set<unknown>());
      for (const one of value) set.add(copyOf(one, '', ''));
      return set;
    }
    return fields(value, key, remember(value, {}));
  };
  const fields = (value: object, key: string, copy: Record<string, unknown>): unknown => {
    for (const [name, one] of Object.entries(value)) copy[nameOf(name, key, text)] = copyOf(one, name, key);
    const prototype = Object.getPrototypeOf(value) as object | null;
    if (prototype === null || prototype === Object.prototype) return copy;
    for (const name of Object.keys(Object.getOwnPropertyDescriptors(prototype)))
      if (name !== 'constructor')
        Object.defineProperty(copy, name, {
          enumerable: true,
          get: () => copyOf((value as Record<string, unknown>)[name], name, key),
        });
    return copy;
  };
  return copyOf(root, '', '');
}

/** Fields are ours; what is looked up by a name, or by a condition's key with somebody's address in it, is not. */
function nameOf(name: string, parent: string, text: RedactText): string {
  if (parent === 'tags') return text(name);
  if (parent === 'runs') return name.split('/').map(text).join('/');
  if (/^[A-Za-z][A-Za-z0-9]*$/.test(name) || /^(?:aws|[a-z0-9-]+):[A-Za-z0-9/-]+$/.test(name)) return name;
  return text(name);
}
