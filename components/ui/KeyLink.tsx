'use client';

import { type ComponentProps, useRef } from 'react';
import { ButtonLink } from './Button';
import { useKey } from './useKey';

/** A link that a single key follows too. */
export function KeyLink({ shortcut, ...rest }: ComponentProps<typeof ButtonLink> & { shortcut: string }) {
  const link = useRef<HTMLAnchorElement>(null);
  useKey(shortcut, () => link.current?.click());
  return <ButtonLink ref={link} aria-keyshortcuts={shortcut} {...rest} />;
}
