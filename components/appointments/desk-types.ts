import type { FormAction } from '@/components/ui/action-form'
import type { Findable } from '@/lib/appointments/desk'
import type { Need } from '@/lib/appointments/proposals'
import type { OfferedPackage } from './booking-wish'
import type { Ways } from './other-ways'
import type { PickableDay } from './slot-picker'

type Named = { name: string; nameEn: string }

export type DeskPackage = OfferedPackage & Findable
export type DeskAdviser = Named & { id: string }

/** Somebody found by the end of a plate, of a telephone number, or by name. */
export type Caller = {
  vehicleId: string
  customerId: string
  plate: string
  brand: string
  model: string
  name: string
  formOfAddress: string
  phone: string
  km: number | null
  monthsSince: number | null
}

export type DeskOrder = {
  id: string
  no: string
  createdAt: Date
  km: number | null
  work: Named[]
}

/** What is at hand while a known customer is on the telephone. */
export type DeskFile = {
  customer: {
    id: string
    phoneWrong: boolean
    tier: 'new' | 'existing' | 'vip'
    labels: string[]
    complaintSensitive: boolean
    preferredChannel: string
    preferredAdviserId: string | null
    preferredAdviser: Named | null
    leads: { id: string; text: string; createdAt: Date }[]
  }
  notes: { id: string; topic: string; text: string; at: Date }[]
  openComplaints: number
  reading: { km: number; at: Date } | null
  estimatedKm: number | null
  dueOn: string | null
  lastVisitAt: Date | null
  monthsSince: number | null
  offerCheck: boolean
  orders: DeskOrder[]
  needs: Need[]
  booked: { id: string; no: string; startsAt: Date } | null
}

export type Opened = { file: DeskFile; offered: DeskPackage[] }

export type DeskWish = {
  packageIds: string[]
  wishes: number
  adviserId: string
  waiting: 'waits' | 'leaves'
}

/** The actions of the desk; each is a server action of the page. */
export type DeskActions = {
  book: FormAction
  findCallers: (words: string) => Promise<Caller[]>
  openFile: (of: { customerId: string; vehicleId: string; model: string }) => Promise<Opened>
  findSlots: (wish: DeskWish) => Promise<PickableDay[]>
  findOtherWays: (wish: DeskWish & { from?: string }) => Promise<Ways>
  keepNote: FormAction
  keepPreferences: FormAction
  noteLead: FormAction
  settleLead: FormAction
}

/** What the house says about itself and about bookings. */
export type House = {
  name: string
  me: string
  today: string
  wishMinutes: number
  longCallSeconds: number
}

export type NewCaller = { name: string; phone: string; plate: string }
export const NOBODY: NewCaller = { name: '', phone: '', plate: '' }
