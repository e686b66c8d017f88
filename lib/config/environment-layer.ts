// The options that environment variables give.
import { type Given, listOf, type ReadLayer } from './layer';
import { SCAN_OPTIONS, variableOf } from './scan-option-table';

type Environment = { readonly [name: string]: string | undefined };

const SWITCH: { readonly [word: string]: string } = {
  true: 'true',
  1: 'true',
  yes: 'true',
  false: 'false',
  0: 'false',
  no: 'false',
};

/** An empty variable gives nothing. Never throws. */
export function environmentLayer(env: Environment): ReadLayer {
  const layer = new Map<string, Given>();
  for (const { key, flag } of SCAN_OPTIONS) {
    const wrong = variableOf(flag);
    if (wrong !== variableOf(key) && env[wrong]?.trim())
      return {
        kind: 'problem',
        problem: `${wrong}: there is no such variable: the name is ${variableOf(key)}`,
      };
  }
  for (const { key, kind } of SCAN_OPTIONS) {
    const name = variableOf(key);
    const text = env[name]?.trim();
    if (text === undefined || text === '') continue;
    const word = SWITCH[text.toLowerCase()];
    if (kind === 'switch' && word === undefined)
      return { kind: 'problem', problem: `${name}: \`${text}\` is neither true nor false` };
    const isList = kind === 'list' || kind === 'pairs';
    const values = isList ? listOf([text]) : [kind === 'switch' && word !== undefined ? word : text];
    layer.set(key, { values, place: '', name });
  }
  return { kind: 'layer', layer };
}
