'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { acceptOrder } from '@/lib/quality/server/accept-order'
import { decideInspection } from '@/lib/quality/server/decide-inspection'
import { decideLine } from '@/lib/quality/server/decide-line'
import { endRoadTest } from '@/lib/quality/server/end-road-test'
import { explainRework } from '@/lib/quality/server/explain-rework'
import { finishWash } from '@/lib/quality/server/finish-wash'
import { judgeComeback } from '@/lib/quality/server/judge-comeback'
import { permitRoadTest } from '@/lib/quality/server/permit-road-test'
import { queueRoadTest } from '@/lib/quality/server/queue-road-test'
import { rejectOrder } from '@/lib/quality/server/reject-order'
import { startRoadTest } from '@/lib/quality/server/start-road-test'
import { startWash } from '@/lib/quality/server/start-wash'
import { takeInspection } from '@/lib/quality/server/take-inspection'
import { formAction } from '@/lib/server/form-action'
import { requireContext } from '@/lib/server/session'

const context = async () => requireContext()
const refresh = async () => revalidatePath('/quality', 'layout')

export const take = formAction(context, takeInspection, (_result, form) => {
  revalidatePath('/quality', 'layout')
  redirect(`/quality/${String(form.get('orderId'))}`)
})
export const decideOneLine = formAction(context, decideLine, refresh)
export const decide = formAction(context, decideInspection, refresh)
export const explain = formAction(context, explainRework, refresh)
export const judge = formAction(context, judgeComeback, refresh)
export const beginWash = formAction(context, startWash, refresh)
export const endWash = formAction(context, finishWash, refresh)
export const accept = formAction(context, acceptOrder, refresh)
export const reject = formAction(context, rejectOrder, refresh)
export const askRoadTest = formAction(context, queueRoadTest, refresh)
export const permitDriver = formAction(context, permitRoadTest, refresh)
export const beginTrip = formAction(context, startRoadTest, refresh)
export const endTrip = formAction(context, endRoadTest, refresh)
