import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { LocaleProvider, type Theme } from '@/components/shell/locale'
import { Toasts } from '@/components/ui/toast'
import { common } from '@/lib/i18n/common'
import { currentLocale, currentTimeZone } from '@/lib/server/locale'
import { switchLocale, switchTheme } from './reader-actions'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = common[await currentLocale()]
  return {
    title: { default: t.productName, template: `%s · ${t.productName}` },
    description: t.productLine,
    robots: { index: false },
    formatDetection: { telephone: false, date: false, address: false, email: false },
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f7f4ef' },
    { media: '(prefers-color-scheme: dark)', color: '#11181b' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await currentLocale()
  const chosen = (await cookies()).get('babu-theme')?.value
  const theme: Theme = chosen === 'light' || chosen === 'dark' ? chosen : 'system'
  return (
    <html lang={locale} data-theme={theme === 'system' ? undefined : theme}>
      <body className="antialiased">
        <LocaleProvider
          locale={locale}
          timeZone={await currentTimeZone()}
          theme={theme}
          now={Date.now()}
          switchLocale={switchLocale}
          switchTheme={switchTheme}
        >
          <Toasts>{children}</Toasts>
        </LocaleProvider>
      </body>
    </html>
  )
}
