// The only list of reports.
import type { Reporter } from '../reporter';

export const reporters = [
  {
    id: 'json',
    label: 'JSON',
    mediaType: 'application/json',
    extension: 'json',
    load: async () => (await import('./json')).printCheckReport,
  },
  {
    id: 'sarif',
    label: 'SARIF',
    mediaType: 'application/sarif+json',
    extension: 'sarif',
    load: async () => (await import('./sarif')).printSarif,
  },
  {
    id: 'markdown',
    label: 'Markdown',
    mediaType: 'text/markdown',
    extension: 'md',
    load: async () => (await import('./markdown')).printIssuesMarkdown,
  },
  {
    id: 'csv',
    label: 'CSV',
    mediaType: 'text/csv',
    extension: 'csv',
    load: async () => (await import('./csv')).printIssuesCsv,
  },
  {
    id: 'asff',
    label: 'Security Hub (ASFF)',
    mediaType: 'application/json',
    extension: 'asff.json',
    load: async () => (await import('./asff')).printAsff,
  },
] as const satisfies readonly Reporter[];

/** The reporter of a format, or null where there is none of that name. Never throws. */
export function reporterOf(id: string): Reporter | null {
  return reporters.find((reporter) => reporter.id === id) ?? null;
}
