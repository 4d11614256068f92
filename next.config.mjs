import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('.', import.meta.url))

const everywhere = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(self), microphone=(), geolocation=(self), payment=(), usb=()',
  },
]

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
  headers: async () => [{ source: '/:path*', headers: everywhere }],
}

export default config
