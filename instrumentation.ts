// Runs once when the server starts: from then on scans start by themselves, where the settings say so.

export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startScheduler } = await import('@/lib/server/scheduler');
  const { beginScheduledScan } = await import('@/lib/server/scheduled-scan');
  startScheduler(beginScheduledScan);
}
