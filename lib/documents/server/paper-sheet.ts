import 'server-only'
import { isLocale } from '@/lib/core/locale'
import { Refusal } from '@/lib/core/refusal'
import { papers } from '@/lib/i18n/papers'
import type { Context } from '@/lib/server/doors'
import { readStored } from '@/lib/server/storage'
import { PAPER_KINDS, type PaperKind } from '../paper'
import { additionalWorkSheet } from './additional-work-sheet'
import { appointmentSheet } from './appointment-sheet'
import { inspectionSheet } from './inspection-sheet'
import { estimateSheet, orderSheet } from './order-sheet'
import { receptionSheet } from './reception-sheet'
import type { Sheet } from './sheet'
import { typeset } from './typeset'

type Asked = { kind: string; id: string; version?: string; lang?: string }

const SHEETS: Record<PaperKind, (context: Context, raw: unknown) => Promise<Sheet>> = {
  appointment: appointmentSheet,
  inspection: inspectionSheet,
  reception: receptionSheet,
  'additional-work': additionalWorkSheet,
  order: orderSheet,
  estimate: estimateSheet,
}

/** The paper of a kind and of the thing it is of, for whoever may read that thing. Refuses with `common.not-found`. */
export async function paperSheet(context: Context, { kind, id, version, lang }: Asked): Promise<Sheet> {
  const known = PAPER_KINDS.find((one) => one === kind)
  if (!known) throw new Refusal('common.not-found')
  return SHEETS[known](context, {
    id,
    version: version || undefined,
    lang: isLocale(lang) ? lang : undefined,
  })
}

/** The same as a PDF: the file that was kept when it was signed, else set now. */
export async function paperPdf(
  context: Context,
  asked: Asked,
): Promise<{ bytes: Uint8Array; fileName: string }> {
  const { paper, no, made, storageKey } = await paperSheet(context, asked)
  const fileName = `${papers[paper.locale].file({ title: paper.title, no })}.pdf`
  return { bytes: storageKey ? await readStored(storageKey) : await typeset(paper, made), fileName }
}
