// Which context keys a policy document asks for, in conditions and in variables.
import { isJsonObject, type Json } from '@/lib/base/json';

/** The keys of every Condition block, and every `${…}` in the document, as written. Never throws. */
export function conditionKeys(document: Json): readonly string[] {
  const keys = new Set<string>();
  walk(document, keys);
  return [...keys];
}

function walk(value: Json, keys: Set<string>): void {
  if (typeof value === 'string') {
    if (!value.includes('${')) return;
    for (const match of value.matchAll(/\$\{\s*([^,}\s]+)/g))
      if (match[1] !== undefined && !/^[*?$]$/.test(match[1])) keys.add(match[1]);
  } else if (Array.isArray(value)) {
    for (const one of value) walk(one, keys);
  } else if (isJsonObject(value)) {
    for (const [name, inner] of Object.entries(value)) {
      if (name === 'Condition' && isJsonObject(inner)) {
        for (const operator of Object.values(inner))
          if (isJsonObject(operator)) for (const key of Object.keys(operator)) keys.add(key);
      }
      walk(inner as Json, keys);
    }
  }
}
