import { fileURLToPath } from 'node:url'
import { RESPONSE_HEADERS } from './scripts/lib/response-headers.mjs'

const root = fileURLToPath(new URL('.', import.meta.url))

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  devIndicators: { position: 'bottom-right' },
  productionBrowserSourceMaps: false,
  typedRoutes: false,
  images: { unoptimized: true, remotePatterns: [] },
  serverExternalPackages: [
    'sharp',
    '@node-rs/argon2',
    'pg',
    'pino',
    'graphile-worker',
    'bwip-js',
    'nodemailer',
    'pdfmake',
  ],
  turbopack: { root },
  outputFileTracingRoot: root,
  // The checks run as steps of their own in `npm test`.
  typescript: { ignoreBuildErrors: true },
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
  headers: async () => [{ source: '/:path*', headers: RESPONSE_HEADERS }],
}

export default config
