// When a snapshot was taken, from its id alone: the list need not open the files.

/** `2026-11-24T04-06-00Z-1f3a` as `2026-11-24T04:06:00Z`; null where the id does not begin with a time. Never throws. */
export function takenAt(id: string): string | null {
  const parts = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z/.exec(id);
  return parts === null ? null : `${parts[1]}T${parts[2]}:${parts[3]}:${parts[4]}Z`;
}
