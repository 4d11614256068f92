import { draftOrderRules, publishOrderRules, saveRulePoint } from '@/lib/orders/server/order-rules'
import type { AuditPoint } from '@/lib/orders/audit'
import type { Shop } from './shop'

/** The first rules of the house for filling in the repair order, a point behind each check of an order. */
const RULES: [check: AuditPoint | null, text: string, textEn: string][] = [
  ['reception', '环车检查完成后，接车单须由客户当场签字。', 'The customer signs the reception record right after the walk-around.'],
  ['vin', '车架号从车上读取，17 位完整录入。', 'The VIN is read from the car and entered with all 17 characters.'],
  ['odometer', '里程按仪表读数填写，低于上次读数须说明原因。', 'The mileage is what the dashboard shows; a lower reading than last time is explained.'],
  ['sender', '送修人的姓名和电话必须填写并当面核对。', 'Name and telephone of the sender are entered and checked face to face.'],
  ['owner', '车主不是送修人时，须填写车主信息。', 'Where the sender does not own the car, the owner is entered.'],
  ['problems', '客户提出的所有问题逐条记录，用客户原话，不得遗漏。', 'Every problem of the customer is written down, one by one, in the customer’s words.'],
  ['prices', '每个维修项目在委托书上均须报价。', 'Every repair item carries a price on the order.'],
  ['oldParts', '旧件去向（带走、留店、报废、保修留存）须当面确认。', 'Where the old parts go is agreed face to face: taken away, left, scrapped or kept for the warranty.'],
  ['wash', '须询问客户是否接受免费洗车并填写。', 'The customer is asked about the free wash, and the answer is entered.'],
  ['completionTime', '预计完工时间须告知客户并填写。', 'The completion time is told to the customer and entered.'],
  ['payment', '付费方式须说明、确认并填写。', 'The payment method is explained, agreed and entered.'],
  ['explained', '签字前须向客户说明交车程序。', 'The delivery procedure is explained before the signature.'],
  ['signature', '委托书逐项解释后由客户签字，未签字不得派工。', 'The order is explained item by item and signed; without the signature no work is dispatched.'],
  ['requests', '维修中新增项目须经客户同意并授权后方可施工。', 'Additional work starts only after the customer has agreed to it.'],
  ['consents', '电话同意须注明时间和号码，并在交车前补签。', 'A yes by telephone is noted with time and number and signed before the hand-over.'],
  ['notices', '客户不做的安全项目，须签安全告知。', 'A customer who declines a safety item signs the safety notice.'],
  ['warranty', '质量担保项目须判定内外并记录告知客户的理由。', 'Each warranty line is decided, with the reason the customer was told.'],
  ['maker', '上报厂家的案件，须填写批复结论和日期。', 'A case reported to the maker carries the answer and its day.'],
  ['heldParts', '质量担保更换的旧件一律留存。', 'Old parts of warranty work are kept.'],
  ['times', '每个项目的开工和完工均须打卡。', 'Start and end of each line are clocked.'],
  ['cause', '技师须填写故障原因和作业内容。', 'The technician describes cause and work of each repair.'],
  ['batches', '备件按项目出库，数量与委托书一致。', 'Parts are issued to their line in the quantity on the order.'],
  ['inspection', '终检合格后方可交车。', 'The car is handed over only after the final inspection.'],
  ['comeback', '返修须填写原因和责任。', 'A come-back carries its cause and whose fault it is.'],
  [null, '委托书和接车单的客户联均须交给客户。', 'The customer receives the customer copies of the order and of the reception record.'],
] // prettier-ignore

export async function publishHouseRules(shop: Shop, now: Date) {
  const manager = { ...shop.as('M01'), now }
  await draftOrderRules(manager, {})
  for (const [auditPoint, text, textEn] of RULES) await saveRulePoint(manager, { auditPoint, text, textEn })
  await publishOrderRules(manager, {})
}
