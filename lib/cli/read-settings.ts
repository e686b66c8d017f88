// What the company says of itself, for the commands that judge.
import { RULE_IDS, type Settings } from '@/lib/analysis/settings';
import { readAnalysisSettings } from '@/lib/config/analysis-settings';
import { CannotDo, type Io } from './command';

/** The settings of `--config`, HATSTACK_CONFIG or `hatstack.yaml`. @throws CannotDo with one clear line */
export function readSettings(config: unknown, io: Io): Settings {
  const read = readAnalysisSettings(typeof config === 'string' ? config : undefined, io.env, RULE_IDS);
  if (read.kind === 'problem') throw new CannotDo(read.problem);
  return read.settings;
}
