import { TabLinks } from '@/components/ui/tabs'
import type { Actor } from '@/lib/auth/actor'
import { may, type Permission } from '@/lib/auth/permissions'
import type { Locale } from '@/lib/core/locale'
import { appointments } from '@/lib/i18n/appointments'

type View = keyof (typeof appointments)['en']['sections']
type Props = {
  actor: Actor
  locale: Locale
  current: View
  /** The day that the list and the boards show. */
  day?: string
  counts?: Partial<Record<View, number>>
}

const VIEWS: { view: View; permission: Permission; href: (day: string) => string }[] = [
  { view: 'list', permission: 'appointment.list', href: (day) => `/appointments${day && `?day=${day}`}` },
  {
    view: 'board',
    permission: 'appointment.board',
    href: (day) => `/appointments/board${day && `?day=${day}`}`,
  },
  {
    view: 'week',
    permission: 'appointment.board',
    href: (day) => `/appointments/board?view=week${day && `&day=${day}`}`,
  },
  { view: 'tasks', permission: 'appointment.tasks', href: () => '/appointments/tasks' },
  { view: 'requests', permission: 'request.list', href: () => '/appointments/requests' },
  { view: 'waiting', permission: 'waiting.list', href: () => '/appointments/waiting' },
  { view: 'trips', permission: 'trip.list', href: (day) => `/appointments/trips${day && `?day=${day}`}` },
]

/** The pages about bookings that this person may open, beside each other on each of them. */
export function AppointmentTabs({ actor, locale, current, day = '', counts = {} }: Props) {
  const t = appointments[locale]
  return (
    <TabLinks
      label={t.title}
      tabs={VIEWS.filter(({ permission }) => may(actor, permission)).map(({ view, href }) => ({
        href: href(day),
        label: t.sections[view],
        count: counts[view],
        current: view === current,
      }))}
    />
  )
}
