import type { Page } from '@playwright/test'
import type { Locale } from '@/lib/core/locale'
import { booking } from '@/lib/i18n/booking'
import { delivery } from '@/lib/i18n/delivery'
import { followUp } from '@/lib/i18n/follow-up'
import { lounge } from '@/lib/i18n/lounge'
import { orders } from '@/lib/i18n/orders'
import { parts } from '@/lib/i18n/parts'
import { progress } from '@/lib/i18n/progress'
import { quality } from '@/lib/i18n/quality'
import { reception } from '@/lib/i18n/reception'
import { workshop } from '@/lib/i18n/workshop'
import type { Tx } from '@/lib/server/db'
import { aMobile, type GivenDealership } from '../../support/given'
import type { Stage } from '../support/stage'

const wordsOf = (lang: Locale) => ({
  booking: booking[lang],
  reception: reception[lang],
  orders: orders[lang],
  workshop: workshop[lang],
  parts: parts[lang],
  quality: quality[lang],
  lounge: lounge[lang],
  progress: progress[lang],
  delivery: delivery[lang],
  followUp: followUp[lang],
})

export const PLATE = '沪A12345'
export const NAME = '张伟'

/** One visit as it is played: the dealership, the reader's words, the customer's own page, and who the visit is about. */
export class Visit {
  readonly phone = aMobile()
  readonly words: ReturnType<typeof wordsOf>
  id = ''
  orderId = ''
  /** The customer's page behind the proven link. */
  customer!: Page
  link = ''
  /** Milliseconds from the server's answer until each change stood in another browser, and whether the machine kept up. */
  readonly live: { took: number; calm: boolean }[] = []

  constructor(
    readonly stage: Stage,
    readonly lang: Locale,
  ) {
    this.words = wordsOf(lang)
  }

  get here(): GivenDealership {
    return this.stage.here
  }

  look = <Result>(read: (tx: Tx) => Promise<Result>): Promise<Result> => this.here.inside(read)

  order = () => this.look((tx) => tx.repairOrder.findFirstOrThrow({ where: { id: this.orderId } }))
  status = async () => (await this.order()).status

  /** The line of work whose English name begins so. */
  job = (titleEn: string) =>
    this.look((tx) =>
      tx.job.findFirstOrThrow({ where: { orderId: this.orderId, titleEn: { startsWith: titleEn } } }),
    )

  /** The name of a row in the reader's language. */
  name = (row: { title: string; titleEn: string }) =>
    this.lang === 'en' && row.titleEn ? row.titleEn : row.title

  staff = (no: string) =>
    this.look((tx) => tx.staff.findFirstOrThrow({ where: { id: this.here.staffId(no) } }))

  linkIn = async (template: string): Promise<string> => {
    const { facts } = await this.stage.message(template)
    return String((facts as { link: string }).link)
  }
}
