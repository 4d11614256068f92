import { receptionVisit } from '@/lib/reception/server/reception-visit'
import { signReception } from '@/lib/reception/server/sign-reception'
import { shownText } from '@/lib/reception/shown'

type Context = Parameters<typeof signReception>[0]

/** The customer signs what the glass shows at this moment. */
export async function signAsShown(context: Context, input: { visitId: string } & Record<string, unknown>) {
  const { record } = await receptionVisit(context, { visitId: input.visitId })
  return signReception(context, { ...input, shown: shownText(record) })
}
