// Which findings somebody has accepted, for the commands that count them.
import { acceptedOn } from '@/lib/analysis/accepted';
import type { Analysis } from '@/lib/analysis/analysis';
import { RULE_IDS } from '@/lib/analysis/settings';
import { type AcceptedFile, acceptedFile, readAcceptedFile } from '@/lib/config/accepted-file';
import { CannotDo, type Io, type Values } from './command';

/** The file of `--accepted` or HATSTACK_ACCEPTED, else the one beside hatstack.yaml. Never throws. */
export function acceptedFileOf({ accepted, config }: Values, io: Io): AcceptedFile {
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return acceptedFile(text(accepted), text(config), io.env);
}

/** What the file's acceptances are worth today. @throws CannotDo with one clear line */
export function readAccepted(analysis: Analysis, values: Values, io: Io): ReturnType<typeof acceptedOn> {
  const read = readAcceptedFile(acceptedFileOf(values, io), RULE_IDS);
  if (read.kind === 'problem') throw new CannotDo(read.problem);
  return acceptedOn(analysis, read.entries, today());
}

/** The day in UTC. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
