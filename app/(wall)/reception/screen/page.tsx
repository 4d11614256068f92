import type { Metadata } from 'next'
import { BayRows } from '@/components/lounge/bay-rows'
import { WallClock } from '@/components/lounge/wall-clock'
import { LiveRefresh } from '@/components/shell/live-refresh'
import { ZoneProvider } from '@/components/shell/locale'
import { Mark } from '@/components/shell/mark'
import { Presence } from '@/components/shell/presence'
import { floor } from '@/lib/i18n/floor'
import { bayScreen } from '@/lib/lounge/server/bay-screen'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: floor[await currentLocale()].bays.screen }
}

/** The screen over the reception bays: names of bays and advisers, plates masked. */
export default async function BayScreen() {
  const context = await requireContext('visit.list')
  const bays = await bayScreen(context, {})
  const locale = await currentLocale()
  const t = floor[locale].bays
  const { name, nameEn } = context.dealership
  return (
    <ZoneProvider timeZone={context.timeZone}>
      <main id="content" className="bg-paper wall:h-dvh flex min-h-dvh flex-col gap-[2vh] p-[3vmin]">
        <header className="flex items-center gap-6">
          <Mark className="size-16" />
          <div className="min-w-0 flex-1">
            <h1 className="font-title text-4xl font-semibold">{t.title}</h1>
            <p className="text-muted text-xl">
              {locale === 'en' && nameEn ? nameEn : name} · {t.screenLead}
            </p>
          </div>
          <WallClock />
        </header>
        <BayRows bays={bays} />
      </main>
      <Presence alwaysOn />
      <LiveRefresh source="/api/stream" since={context.now} />
    </ZoneProvider>
  )
}
