import type { AdditionalWorkContent } from '../orders/additional-work-content'
import type { SignatureView } from '../orders/views'
import * as format from '../i18n/format'
import { approvals } from '../i18n/approvals'
import { orders } from '../i18n/orders'
import { papers } from '../i18n/papers'
import { linesTable, sumsOf } from './order-paper'
import { houseOf, proofOf, signedBlock, type Setting } from './parts'
import { factsOf, type Paper } from './paper'

export type AdditionalWorkFacts = {
  content: AdditionalWorkContent
  /** What the customer said to each line, by the position of the line. */
  answers: ('approved' | 'declined' | 'open')[]
  customer: string
  plate: string
  house: Parameters<typeof houseOf>[0]
  signature: SignatureView | null
  hash: string | null
}

/** The request for additional work with its four answers, prices, new time and what the customer said (F14, S3-44 … S3-49). */
export function additionalWorkPaper(facts: AdditionalWorkFacts, setting: Setting): Paper {
  const { content, answers, customer, plate, house, signature, hash } = facts
  const { locale, timeZone } = setting
  const t = orders[locale]
  const p = papers[locale]
  const a = approvals[locale]
  const answered = answers.some((answer) => answer !== 'open')
  const lines = linesTable(content.lines, locale, t.print.items)
  return {
    kind: 'additional-work',
    locale,
    title: p.titles['additional-work'],
    number: p.number({ no: content.orderNo, version: content.revision }),
    house: houseOf(house, locale),
    plate,
    notices: [...(answered ? [] : [p.additional.notApproved]), ...(content.safety ? [a.safety.red] : [])],
    blocks: [
      {
        kind: 'facts',
        facts: factsOf([
          [t.print.customer, customer],
          [t.print.plate, plate],
          [p.additional.toOrder, content.orderNo],
          [
            t.requests.newPromise,
            content.newPromisedAt && format.fullDateTime(content.newPromisedAt, { locale, timeZone }),
          ],
        ]),
      },
      {
        kind: 'facts',
        wide: true,
        facts: factsOf([
          [t.customer.what, content.what],
          [t.customer.why, content.why],
          [t.customer.whatIfNot, content.whatIfNot],
          [t.customer.how, content.how],
        ]),
      },
      lines,
      sumsOf(content, locale),
      {
        kind: 'table',
        title: p.additional.answers,
        empty: p.none,
        columns: [
          { title: t.print.item, width: 'rest' },
          { title: p.additional.answer, width: 120, align: 'right' },
        ],
        rows: lines.rows.map(({ cells }, i) => ({
          cells: [
            { text: cells[0]?.text ?? '' },
            { text: p.additional[answers[i] ?? 'open'], strong: answers[i] === 'approved' },
          ],
        })),
      },
      ...(content.safety
        ? [
            {
              kind: 'text' as const,
              title: a.safety.noticeTitle,
              text: a.safety.notice({ consequence: content.whatIfNot }),
            },
          ]
        : []),
      { kind: 'text', title: p.additional.clauseTitle, text: p.additional.clause },
      signedBlock(t.print.signature, signature, setting),
    ],
    proof: proofOf(setting),
    fingerprint: signature ? hash : null,
    words: { page: p.page, fingerprint: t.print.hash },
  }
}
