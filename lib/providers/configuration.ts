// Reads action configuration honestly: a variable in a value makes what is built from it unknown, not wrong.
import type { PipelineAction } from '@/lib/model/resource';

export type ConfigurationValue =
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'variable'; readonly text: string; readonly reason: string }
  | { readonly kind: 'missing' };

/** The value of a configuration key. `#{namespace.name}` is filled in when the pipeline runs.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/reference-variables.html (read 2026-11-24) */
export function configurationValue(action: PipelineAction, key: string): ConfigurationValue {
  const text = action.configuration[key];
  if (text === undefined || text === '') return { kind: 'missing' };
  if (text.includes('#{'))
    return {
      kind: 'variable',
      text,
      reason: `${key} holds a variable, \`${text}\`, whose value is known only when the pipeline runs`,
    };
  return { kind: 'value', text };
}

/** A text from the configuration, and the reason when it is not known before the run. */
export interface ConfiguredName {
  readonly text: string;
  readonly cannotTell?: string;
}

/** The text for building an ARN (`*` stands for what is not known before the run), and the reason when it is not known. Never throws. */
export function configurationText(action: PipelineAction, key: string): ConfiguredName {
  const value = configurationValue(action, key);
  if (value.kind === 'value') return { text: value.text };
  if (value.kind === 'variable')
    return { text: value.text.replaceAll(/#\{[^}]*\}/g, '*'), cannotTell: value.reason };
  return { text: '*', cannotTell: `the configuration has no ${key}` };
}

/** The reason as a need carries it: nothing where the name is known. Never throws. */
export function openBy(...names: readonly ConfiguredName[]): { readonly cannotTell?: string } {
  const cannotTell = names.find((one) => one.cannotTell !== undefined)?.cannotTell;
  return cannotTell === undefined ? {} : { cannotTell };
}

/** Why what hangs on these keys is not known before the run; nothing where none of them holds a variable. Never throws. */
export function openByVariable(
  action: PipelineAction,
  ...keys: readonly string[]
): { readonly cannotTell?: string } {
  const value = keys.map((key) => configurationValue(action, key)).find(({ kind }) => kind === 'variable');
  return value?.kind === 'variable' ? { cannotTell: value.reason } : {};
}
