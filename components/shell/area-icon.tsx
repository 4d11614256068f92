import {
  BellRing,
  CalendarDays,
  CarFront,
  ChartNoAxesColumn,
  ClipboardList,
  Coffee,
  Hammer,
  KeyRound,
  Package,
  PhoneCall,
  Send,
  Settings,
  ShieldCheck,
  Sun,
  Users,
  Wrench,
} from 'lucide-react'
import type { Area } from './nav'

const ICONS: Record<Area, typeof Sun> = {
  today: Sun,
  jobs: Hammer,
  appointments: CalendarDays,
  reminders: BellRing,
  reception: CarFront,
  orders: ClipboardList,
  workshop: Wrench,
  quality: ShieldCheck,
  lounge: Coffee,
  delivery: KeyRound,
  'follow-up': PhoneCall,
  customers: Users,
  parts: Package,
  kpi: ChartNoAxesColumn,
  outbox: Send,
  settings: Settings,
}

export function AreaIcon({ area, className }: { area: Area; className?: string }) {
  const Icon = ICONS[area]
  return <Icon aria-hidden strokeWidth={1.75} className={className} />
}
