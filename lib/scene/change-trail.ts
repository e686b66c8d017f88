// A fix as the panel shows it: the sentence, and the change in each form in which somebody may keep the policy.
import type { Analysis } from '@/lib/analysis/analysis';
import type { Json } from '@/lib/base/json';
import type { Fix, PolicyChange } from '@/lib/fixes/fix';
import { FIX_FORMATS } from '@/lib/fixes/formats/index';
import { accountName } from './naming';
import type { ChangeForm, ChangeLine, ChangeTrail } from './trail';
import { words } from './words';

/** The fix in words and texts. Never throws. */
export function changeTrail({ inventory }: Analysis, fix: Fix): ChangeTrail {
  const statement = statementText(fix);
  return {
    account: accountName(inventory, fix.account),
    where: fix.where,
    sentence: words(`${fix.sentence.slice(0, 1).toUpperCase()}${fix.sentence.slice(1)}.`),
    statement,
    forms: statement === null ? [] : [ofStatement(statement), ...formsOf(fix.change)],
  };
}

/** As they are pasted: one statement alone, or a list of them. */
function statementText({ statements }: Fix): string | null {
  if (statements === null) return null;
  return JSON.stringify(statements.length === 1 ? statements[0] : statements, null, 2);
}

function ofStatement(text: string): ChangeForm {
  return { id: 'statement', title: 'Statement', text, lines: signed(text, '+') };
}

function formsOf(change: PolicyChange | null): readonly ChangeForm[] {
  if (change === null) return [];
  return FIX_FORMATS.flatMap(({ id, title, print }): readonly ChangeForm[] => {
    const text = print(change)?.trimEnd();
    if (text === undefined) return [];
    if (id === 'json')
      return [{ id, title: 'Policy', text, lines: nearWhatIsNew(difference(change.before, text)) }];
    return [{ id, title, text, lines: signed(text, ' ') }];
  });
}

function signed(text: string, sign: ChangeLine['sign']): readonly ChangeLine[] {
  return text.split('\n').map((line) => ({ sign, text: line }));
}

/** The lines of the policy as it will be, with those that are new and those that go: what changes stands together. A comma more
 *  behind what was the last statement is no change to read. */
function difference(before: Json | null, text: string): readonly ChangeLine[] {
  const after = text.split('\n');
  if (before === null) return signed(text, '+');
  const old = JSON.stringify(before, null, 2).split('\n');
  const isSame = (a: string | undefined, b: string | undefined) =>
    a !== undefined && b !== undefined && a.replace(/,$/, '') === b.replace(/,$/, '');
  let start = 0;
  while (start < old.length && isSame(old[start], after[start])) start += 1;
  let end = 0;
  while (
    end < old.length - start &&
    end < after.length - start &&
    isSame(old.at(-1 - end), after.at(-1 - end))
  )
    end += 1;
  const lines = (sign: ChangeLine['sign'], of: readonly string[]) => of.map((line) => ({ sign, text: line }));
  return [
    ...lines(' ', after.slice(0, start)),
    ...lines('-', old.slice(start, old.length - end)),
    ...lines('+', after.slice(start, after.length - end)),
    ...lines(' ', after.slice(after.length - end)),
  ];
}

const AROUND = 3;

/** What is new with the lines around it; what was left out above a line is marked there. The text to copy is whole. */
function nearWhatIsNew(lines: readonly ChangeLine[]): readonly ChangeLine[] {
  const first = lines.findIndex(({ sign }) => sign !== ' ');
  const last = lines.findLastIndex(({ sign }) => sign !== ' ');
  const isKept = (index: number) =>
    index === 0 || index === lines.length - 1 || (index >= first - AROUND && index <= last + AROUND);
  return lines.flatMap((line, index) => {
    if (!isKept(index)) return [];
    return isKept(index - 1) || index === 0 ? line : { ...line, isAfterGap: true };
  });
}
