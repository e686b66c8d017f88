import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import '@fontsource/patrick-hand/latin-400.css';
import '@/components/ui/tokens.css';
import './globals.css';
import type { Metadata } from 'next';
import { cookies, headers } from 'next/headers';
import { connection } from 'next/server';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import type { ReactNode } from 'react';
import { Frame } from '@/components/shell/Frame';
import { PermitsProvider } from '@/components/shell/Permits';
import { THEME_COOKIE, themeChoice } from '@/components/shell/theme-choice';
import { needsLogin } from '@/lib/server/desk';
import { whoAsks } from '@/lib/server/gate';
import { permitsOf } from '@/lib/server/permits';

export const metadata: Metadata = {
  title: { default: 'Hatstack', template: '%s · Hatstack' },
  description: 'Every IAM role behind every AWS CodePipeline action: which does not fit, which is too wide.',
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection(); // A prerendered page would carry no nonce, and its scripts would be refused.
  const inUrl = themeChoice((await headers()).get('x-hatstack-theme'));
  const theme = inUrl ?? themeChoice((await cookies()).get(THEME_COOKIE)?.value) ?? 'system';
  const person = whoAsks(await headers());
  return (
    <html lang="en" data-theme={theme}>
      <body>
        <NuqsAdapter>
          {person === null ? (
            children
          ) : (
            <PermitsProvider permits={permitsOf(person)}>
              <Frame theme={theme} person={needsLogin() ? person : null}>
                {children}
              </Frame>
            </PermitsProvider>
          )}
        </NuqsAdapter>
      </body>
    </html>
  );
}
