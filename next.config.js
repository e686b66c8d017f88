import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));

/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  outputFileTracingRoot: root,
  turbopack: { root },
  // Native code, and drivers that are loaded by name: left as they are, and copied beside the server as a whole.
  serverExternalPackages: ['libsql', 'pg', 'kysely', '@resvg/resvg-js', 'pdfkit', 'fontkit'],
  outputFileTracingIncludes: {
    '/**': [
      'node_modules/@libsql/**',
      'node_modules/libsql/**',
      'node_modules/@resvg/**',
      // The weights that pictures are drawn with (`lib/print/fonts.ts`).
      'node_modules/@expo-google-fonts/*/400Regular/*.ttf',
      'node_modules/@expo-google-fonts/*/500Medium/*.ttf',
      'node_modules/@expo-google-fonts/*/600SemiBold/*.ttf',
    ],
  },
  // Which sources this was built from, put in by the build: a judgement that is kept is good for these alone.
  env: { HATSTACK_BUILD: process.env.HATSTACK_BUILD ?? '' },
  poweredByHeader: false,
  // As much as `lib/server/body-limit.ts` takes: of a longer body Next would hand on the beginning and say nothing.
  experimental: { proxyClientMaxBodySize: 64 * 1024 * 1024 },
  reactStrictMode: true,
  // `npm test` runs tsc over the whole project; a user who only builds need not wait for it a second time.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
};

export default config;
