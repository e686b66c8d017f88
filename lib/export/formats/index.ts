// The only list of export formats.
import type { Exporter } from '../exporter';

export const exporters = [
  {
    id: 'svg',
    label: 'SVG',
    mediaType: 'image/svg+xml',
    extension: 'svg',
    hasLooks: true,
    load: async () => (await import('./svg')).printSvg,
  },
  {
    id: 'png',
    label: 'PNG',
    mediaType: 'image/png',
    extension: 'png',
    hasLooks: true,
    load: null,
  },
  {
    id: 'pdf',
    label: 'PDF',
    mediaType: 'application/pdf',
    extension: 'pdf',
    hasLooks: true,
    load: null,
  },
  {
    id: 'drawio',
    label: 'draw.io',
    mediaType: 'application/vnd.jgraph.mxfile',
    extension: 'drawio',
    hasLooks: true,
    load: async () => (await import('./drawio')).printDrawio,
  },
  {
    id: 'mermaid',
    label: 'Mermaid',
    mediaType: 'text/vnd.mermaid',
    extension: 'mmd',
    hasLooks: true,
    load: async () => (await import('./mermaid')).printMermaid,
  },
  {
    id: 'markdown',
    label: 'Markdown',
    mediaType: 'text/markdown',
    extension: 'md',
    hasLooks: true,
    load: async () => (await import('./markdown')).printMarkdown,
  },
  {
    id: 'graphml',
    label: 'GraphML',
    mediaType: 'application/graphml+xml',
    extension: 'graphml',
    hasLooks: false,
    load: async () => (await import('./graphml')).printGraphml,
  },
  {
    id: 'json',
    label: 'JSON',
    mediaType: 'application/json',
    extension: 'json',
    hasLooks: false,
    load: async () => (await import('./json')).printJson,
  },
  {
    id: 'csv',
    label: 'CSV of edges',
    mediaType: 'text/csv',
    extension: 'csv',
    hasLooks: false,
    load: async () => (await import('./csv')).printCsv,
  },
] as const satisfies readonly Exporter[];

/** The exporter of a format, or null where there is none of that name. Never throws. */
export function exporterOf(id: string): Exporter | null {
  return exporters.find((exporter) => exporter.id === id) ?? null;
}
