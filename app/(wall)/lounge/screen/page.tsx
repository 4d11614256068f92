import type { Metadata } from 'next'
import { ScreenRows } from '@/components/lounge/screen-rows'
import { WallClock } from '@/components/lounge/wall-clock'
import { LiveRefresh } from '@/components/shell/live-refresh'
import { ZoneProvider } from '@/components/shell/locale'
import { Mark } from '@/components/shell/mark'
import { Presence } from '@/components/shell/presence'
import { lounge } from '@/lib/i18n/lounge'
import { loungeScreen } from '@/lib/lounge/server/lounge-screen'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: lounge[await currentLocale()].screenTitle }
}

/** The wall of the lounge: no controls, no names, no plates in full; read from five metres. */
export default async function LoungeScreen() {
  const context = await requireContext('lounge.list')
  const cars = await loungeScreen(context, {})
  const locale = await currentLocale()
  const t = lounge[locale]
  const { name, nameEn } = context.dealership
  return (
    <ZoneProvider timeZone={context.timeZone}>
      <main id="content" className="bg-paper wall:h-dvh flex min-h-dvh flex-col gap-[2vh] p-[3vmin]">
        <header className="flex items-center gap-6">
          <Mark className="size-16" />
          <div className="min-w-0 flex-1">
            <h1 className="font-title text-4xl font-semibold">{t.screenTitle}</h1>
            <p className="text-muted text-xl">
              {locale === 'en' && nameEn ? nameEn : name} · {t.screenLead}
            </p>
          </div>
          <WallClock />
        </header>
        <ScreenRows cars={cars} />
      </main>
      <Presence alwaysOn />
      <LiveRefresh source="/api/stream" since={context.now} />
    </ZoneProvider>
  )
}
