'use client';
// Stands in for the whole document when even its frame could not be made: nothing of ours can be counted on here but the style sheets.
import '@/components/ui/tokens.css';
import './globals.css';
import { Failure } from '@/components/shell/Failure';
import { Button } from '@/components/ui/Button';

export default function GlobalError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Hatstack</title>
        <main style={{ display: 'flex', height: '100dvh' }}>
          <Failure
            title="Hatstack could not make this page"
            error={props.error}
            onRetry={props.reset}
            // A whole new document: the state of this one is what failed.
            other={<Button onClick={() => location.assign('/')}>Overview</Button>}
          />
        </main>
      </body>
    </html>
  );
}
