'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { retireOperation, saveOperation } from '@/lib/catalogue/server/save-operation'
import { retirePackage, savePackage } from '@/lib/catalogue/server/save-package'
import { retirePart, savePart } from '@/lib/catalogue/server/save-part'
import {
  setLabourRate,
  setPackagePrice,
  setPartPrice,
  withdrawLabourRate,
  withdrawPackagePrice,
  withdrawPartPrice,
} from '@/lib/catalogue/server/set-price'
import { formAction } from '@/lib/server/form-action'
import { requireContext } from '@/lib/server/session'

const context = () => requireContext()
const refresh = () => revalidatePath('/settings/catalogue', 'layout')

export const keepOperation = formAction(context, saveOperation, refresh)
export const endOperation = formAction(context, retireOperation, refresh)
export const keepPackage = formAction(context, savePackage, refresh)
export const addPackage = formAction(context, savePackage, ({ id }) => {
  refresh()
  redirect(`/settings/catalogue/packages/${id}`)
})
export const endPackage = formAction(context, retirePackage, refresh)
export const keepPart = formAction(context, savePart, refresh)
export const endPart = formAction(context, retirePart, refresh)
export const newRate = formAction(context, setLabourRate, refresh)
export const dropRate = formAction(context, withdrawLabourRate, refresh)
export const newPackagePrice = formAction(context, setPackagePrice, refresh)
export const dropPackagePrice = formAction(context, withdrawPackagePrice, refresh)
export const newPartPrice = formAction(context, setPartPrice, refresh)
export const dropPartPrice = formAction(context, withdrawPartPrice, refresh)
