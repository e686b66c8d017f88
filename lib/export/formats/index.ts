// The only list of export formats.
import type { Exporter } from '../exporter';

export const exporters = [
  {
    id: 'svg',
    label: 'SVG',
    mediaType: 'image/svg+xml',
    extension: 'svg',
    load: async () => (await import('./svg')).printSvg,
  },
] as const satisfies readonly Exporter[];

/** The exporter of a format, or null where there is none of that name. Never throws. */
export function exporterOf(id: string): Exporter | null {
  return exporters.find((exporter) => exporter.id === id) ?? null;
}
