// The accepted findings of this dashboard: read with every request, so that what somebody commits or accepts counts at once.
import 'server-only';
import { type AcceptedToday, acceptedOn } from '@/lib/analysis/accepted';
import { RULE_IDS } from '@/lib/analysis/settings';
import type { GivenAcceptance } from '@/lib/config/accepted-entries';
import {
  type AcceptedFile,
  type AcceptedText,
  acceptedFile,
  type Changed,
  changeAcceptedFile,
  readAcceptedFile,
} from '@/lib/config/accepted-file';
import { withEntry, withoutEntry } from '@/lib/config/edit-accepted';
import { type StandingRow, withStanding } from '@/lib/scene/accepted-rows';
import type { FindingRow } from '@/lib/scene/findings-page';
import { desk } from './desk';
import { whoAsks } from './gate';

/** The file that `serve` names. One that is not there is made by whoever accepts first. */
function file(): AcceptedFile {
  return { ...acceptedFile(undefined, undefined, process.env), isNamed: false };
}

/** The entries and the text of the file, or what is wrong with it. Never throws. */
export function acceptedNow(): AcceptedText {
  return readAcceptedFile(file(), RULE_IDS);
}

export interface AcceptedView {
  readonly rows: readonly StandingRow[];
  /** Entries that speak of nothing here. */
  readonly stale: readonly string[];
  /** Set where the file cannot be read: then nothing counts as accepted. */
  readonly problem: string | null;
}

/** The rows as they stand today. Never throws. */
export function standingOf(rows: readonly FindingRow[]): AcceptedView {
  const read = acceptedNow();
  return {
    ...withStanding(rows, read.kind === 'accepted' ? read.entries : [], today()),
    problem: read.kind === 'problem' ? read.problem : null,
  };
}

/** The entries; none of a file that cannot be read. Never throws. */
export function entriesNow(): Extract<AcceptedText, { kind: 'accepted' }>['entries'] {
  const read = acceptedNow();
  return read.kind === 'accepted' ? read.entries : [];
}

/** What the entries are worth today for these findings. Never throws. */
export function weighedNow(judged: Parameters<typeof acceptedOn>[0]): AcceptedToday {
  return acceptedOn(judged, entriesNow(), today());
}

/** Whether people sign in by name: then they accept under that name and no other. Never throws. */
export function peopleHaveNames(): boolean {
  const open = desk();
  return open.kind !== 'problem' && open.settings.login.kind === 'oidc';
}

/** What the form begins with: the name that the person accepts under where people have one, today, and a day in a quarter of a year.
 *  Never throws. */
export function acceptDefaults(headers: { get(name: string): string | null }) {
  const now = Date.now();
  return {
    author: peopleHaveNames() ? (whoAsks(headers)?.name ?? null) : null,
    today: dayOf(now),
    expires: dayOf(now + 90 * DAY_MS),
  };
}

/** Writes one entry or several. Never throws. */
export function accept(entries: readonly Omit<GivenAcceptance, 'where'>[]): Changed {
  return changeAcceptedFile(file(), RULE_IDS, (text) => entries.reduce(withEntry, text));
}

/** Takes out the entry of a finding. Never throws. */
export function withdraw(finding: string): Changed {
  return changeAcceptedFile(file(), RULE_IDS, (text) => withoutEntry(text, { kind: 'finding', id: finding }));
}

/** The day in UTC. */
export function today(): string {
  return dayOf(Date.now());
}

const DAY_MS = 24 * 60 * 60 * 1000;

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
