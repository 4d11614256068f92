'use server'

import { revalidatePath } from 'next/cache'
import { issueJobParts, issuePart } from '@/lib/parts/server/issue-part'
import { orderPart } from '@/lib/parts/server/order-part'
import { pickParts } from '@/lib/parts/server/pick-parts'
import { receiveGoods } from '@/lib/parts/server/receive-goods'
import { returnPart } from '@/lib/parts/server/return-part'
import { formAction } from '@/lib/server/form-action'
import { requireContext } from '@/lib/server/session'

const staff = () => requireContext()
const desk = () => revalidatePath('/parts')

export const receive = formAction(staff, receiveGoods, desk)
export const issue = formAction(staff, issuePart, desk)
export const issueAll = formAction(staff, issueJobParts, desk)
export const giveBack = formAction(staff, returnPart, desk)
export const order = formAction(staff, orderPart, desk)
export const pick = formAction(staff, pickParts, desk)
