'use client';

import { type ReactNode, Suspense, useState } from 'react';

/** A page with its frame before it, where the page said at first that it would be late. How it began it stays: else what is on it would
 *  be made anew, and lose its place, when the next view of it is quick. */
export function Late({
  isLate,
  frame,
  children,
}: {
  isLate: boolean;
  frame: ReactNode;
  children: ReactNode;
}) {
  const [began] = useState(isLate);
  return began ? <Suspense fallback={frame}>{children}</Suspense> : children;
}
