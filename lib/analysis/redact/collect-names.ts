// Every name that a company chose, wherever an analysis holds it: what a redacted file must not show.
import { sortedBy } from '@/lib/base/sort';
import type { Analysis } from '../analysis';
import { namesInArn } from './arn-names';
import { isAwsWord } from './aws-words';

/** What may hold an ARN inside a longer text. */
export const ARN_IN_TEXT =
  /arn:aws[a-z-]*:[A-Za-z0-9-]*:[a-z0-9*-]*:(?:\d{12}|aws|\*|):[^\s"'`,;()[\]<>|\\]+/g;
/** Numbers of accounts that stand by themselves. */
const ACCOUNT_IN_TEXT = /(?<![0-9A-Za-z-])\d{12}(?![0-9A-Za-z])/g;
const ID_IN_TEXT =
  /(?<![0-9A-Za-z-])(?:o-[a-z0-9]{10,32}|ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}|r-[a-z0-9]{4,32}|A(?:ROA|IDA|GPA|NPA|SIA|KIA)[A-Z0-9]{12,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![0-9A-Za-z-])/g;

/** Names by kind. A name that is of two kinds belongs to the one that is collected first. */
export type Names = ReadonlyMap<string, string>;

/** The kind of each name. The same analysis gives the same names. Never throws. */
export function collectNames(analysis: Analysis): Names {
  const kinds = new Map<string, string>();
  const add = (kind: string, name: string | null | undefined): void => {
    if (name !== null && name !== undefined && name.trim() !== '' && !kinds.has(name) && !isAwsWord(name))
      kinds.set(name, kind);
  };
  const { inventory } = analysis;
  for (const { name, stages } of inventory.pipelines.values()) {
    add('pipeline', name);
    for (const stage of stages) {
      add('stage', stage.name);
      for (const action of [...stage.actions, ...stage.rules]) {
        for (const part of action.name.split('/')) add('action', part);
        for (const artifact of [...action.inputArtifacts, ...action.outputArtifacts])
          add('artifact', artifact);
      }
    }
  }
  for (const account of inventory.accounts.values()) {
    add('account id', account.id);
    if (!/^\d{12}$/.test(account.name)) add('account', account.name);
    for (const unit of account.ouPath) add('unit', unit);
  }
  for (const { url } of inventory.identityProviders.values()) add('host', hostOf(url));
  for (const { name } of inventory.roles.values()) add('role', name);
  for (const { name } of inventory.users.values()) add('user', name);
  for (const { name } of inventory.buckets.values()) add('bucket', name);
  for (const { aliases } of inventory.keys.values())
    for (const alias of aliases) add('alias', alias.replace(/^alias\//, ''));
  // Of a scan it is the time and four letters; of a file whatever somebody called it.
  if (!/^\d{4}-\d{2}-\d{2}T/.test(analysis.snapshot.id)) add('snapshot', analysis.snapshot.id);
  walk(analysis, add);
  for (const { nodes } of analysis.pipelines)
    for (const { kind, name } of nodes)
      if (kind !== 'service' && kind !== 'ci' && kind !== 'not-modelled') add(kind, name);
  return new Map(sortedBy([...kinds], ([name]) => name));
}

type Add = (kind: string, name: string) => void;

/** Values of these are names, whatever they look like. */
const NAMED: Readonly<Record<string, string>> = {
  Sid: 'sid',
  sid: 'sid',
  reason: 'reason',
  path: 'path',
  url: 'host',
};

/** Strings in order; objects once. What is worked out on demand is left: it is made of what was collected. */
function walk(value: unknown, add: Add): void {
  const seen = new Set<unknown>();
  const inText = (text: string): void => {
    for (const [arn] of text.matchAll(ARN_IN_TEXT))
      for (const { kind, name } of namesInArn(arn)) add(kind, name);
    for (const [id] of text.matchAll(ACCOUNT_IN_TEXT)) add('account id', id);
    for (const [id] of text.matchAll(ID_IN_TEXT)) add('id', id);
  };
  const visit = (one: unknown, key: string, inCondition: boolean): void => {
    if (typeof one === 'string') {
      inText(one);
      const kind = NAMED[key];
      if (kind !== undefined)
        for (const part of key === 'path' ? one.split('/') : [kind === 'host' ? hostOf(one) : one])
          add(kind, part);
      else if (inCondition && !one.startsWith('arn:')) addValue(one, add);
      return;
    }
    if (typeof one !== 'object' || one === null || seen.has(one)) return;
    seen.add(one);
    if (Array.isArray(one)) for (const element of one) visit(element, key, inCondition);
    else if (one instanceof Map)
      for (const [name, element] of one) {
        visit(name, '', false);
        visit(element, '', false);
      }
    else if (one instanceof Set) for (const element of one) visit(element, '', false);
    else
      for (const [name, element] of Object.entries(one)) {
        if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name)) inText(name);
        if (key === 'tags') add('tag', name);
        if (key === 'tags' && typeof element === 'string') add('tag', element);
        else if (key === 'configuration' && typeof element === 'string') addValue(element, add);
        else if (key === 'inline' || name === 'inline') visitInline(element);
        visit(element, name, inCondition || name === 'Condition');
      }
  };
  const visitInline = (list: unknown): void => {
    if (!Array.isArray(list)) return;
    for (const { name } of list as readonly { name?: unknown }[])
      if (typeof name === 'string') add('policy', name);
  };
  visit(value, '', false);
}

/** A tier keeps its name in a redacted drawing, so these alone say nothing; an account of such a name is renamed. */
const TIER_WORDS = new Set('sandbox dev test stage staging prod production tools default'.split(' '));

/** A value of a configuration or condition: the whole of it, and the names that it is put together from. */
function addValue(text: string, add: Add): void {
  if (text.startsWith('arn:') || text.length > 2_000) return;
  if (text.trimStart().startsWith('{') || text.trimStart().startsWith('[')) {
    for (const [, one = ''] of text.matchAll(/"((?:[^"\\]|\\.)*)"/g))
      if (!one.startsWith('arn:')) parts(one, add);
    return;
  }
  parts(text, add);
}

function parts(text: string, add: Add): void {
  for (const part of text.split(/[/:,*?]+|#\{[^}]*\}|\$\{[^}]*\}/))
    if (part.trim() !== '' && !TIER_WORDS.has(part.trim())) add('value', part.trim());
}

function hostOf(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
}
