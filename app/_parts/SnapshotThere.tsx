import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { unknownSnapshot } from '@/lib/server/unknown-snapshot';

/** The layout of every page about a snapshot: one that nobody knows answers 404, with the page that says what to do. */
export async function SnapshotThere({ children }: { children: ReactNode }) {
  if ((await unknownSnapshot()) !== null) notFound();
  return children;
}
