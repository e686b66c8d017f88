// The state of "Can X do Y?", as its URL holds it: the names of the form's own fields, so that it works before any script runs.
import { type AskedKey, type AskFields, KEY_SAYS } from '@/lib/scene/ask-read';

type Params = Readonly<Record<string, string | string[] | undefined>>;

export const EMPTY_KEY: AskedKey = { key: '', says: 'value', value: '' };

/** As many rows as a person fills in. */
const MOST_KEYS = 40;

/** The fields that a URL holds. Rows of the context are three lists of the same length. Never throws. */
export function fieldsOf(params: Params): AskFields {
  const says = listOf(params.is);
  const values = listOf(params.value);
  return {
    who: listOf(params.who)[0] ?? '',
    does: listOf(params.does)[0] ?? '',
    on: listOf(params.on)[0] ?? '',
    keys: listOf(params.key)
      .slice(0, MOST_KEYS)
      .map((key, row) => ({
        key,
        says: KEY_SAYS.find((one) => one === says[row]) ?? 'value',
        value: values[row] ?? '',
      }))
      .filter(({ key, value }) => key !== '' || value !== ''),
  };
}

/** Whether anything was asked. Never throws. */
export function isAsked({ who, does, on }: AskFields): boolean {
  return who !== '' || does !== '' || on !== '';
}

/** The URL of a question. Never throws. */
export function askHref(fields: Partial<AskFields>, snapshot: string | null): string {
  const query = new URLSearchParams();
  if (snapshot !== null) query.set('snapshot', snapshot);
  for (const name of ['who', 'does', 'on'] as const) if (fields[name]) query.set(name, fields[name]);
  for (const { key, says, value } of fields.keys ?? []) {
    query.append('key', key);
    query.append('is', says);
    query.append('value', value);
  }
  const text = query.toString();
  return text === '' ? '/ask' : `/ask?${text}`;
}

function listOf(value: string | string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}
