'use server'

import { revalidatePath } from 'next/cache'
import { callFile } from '@/lib/appointments/server/call-file'
import { knownCars } from '@/lib/appointments/server/known-cars'
import { menu } from '@/lib/catalogue/server/menu'
import { pinyinOf } from '@/lib/core/pinyin'
import { scoreCall } from '@/lib/reminders/server/score-call'
import { formAction } from '@/lib/server/form-action'
import { requireContext } from '@/lib/server/session'
import type { Caller, DeskPackage, Opened } from '@/components/appointments/desk-types'

const signedIn = () => requireContext()

export const markCall = formAction(signedIn, scoreCall, () => revalidatePath('/appointments', 'layout'))

export async function findCallers(words: string): Promise<Caller[]> {
  return knownCars(await requireContext('customer.read'), { q: words })
}

/** The packages of the price guide for a model, findable by pinyin too. */
export async function packagesFor(model: string): Promise<DeskPackage[]> {
  const offered = await menu(await requireContext('catalogue.read'), { model })
  return offered.map((one) => ({ ...one, ...pinyinOf(one.name) }))
}

/** The file of a caller, and what is offered for the model of the car. */
export async function openFile(of: {
  customerId: string
  vehicleId: string
  model: string
}): Promise<Opened> {
  const { customerId, vehicleId, model } = of
  const file = await callFile(await requireContext('customer.read'), { customerId, vehicleId })
  return { file, offered: await packagesFor(file.vehicle.model || model) }
}
