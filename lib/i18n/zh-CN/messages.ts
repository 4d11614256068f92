import type en from '../en/messages'
import { lines, partsIn, quarterOf } from '../message-parts'
import type { MessageFacts } from '../messages'

const { text, when, range, price, length, papers } = partsIn('zh-CN')

const visit = (f: MessageFacts) =>
  lines(
    `${text(f, 'plate')}，${when(f, 'startsAt')}`,
    `接待您的服务顾问：${text(f, 'adviser')}`,
    `项目：${text(f, 'items')}（约${length(f, 'minutes')}）`,
    f.promisedAt && `预计交车：${range(f, 'promisedFrom', 'promisedAt')}`,
    `今日价格：${price(f, 'priceFen')}${f.openPrice ? '；您另外说明的需求检查后先报价、再施工' : '，无隐形消费'}`,
  )
const signature = (f: MessageFacts) =>
  `${text(f, 'dealership')}，${text(f, 'dealershipAddress')}，${text(f, 'dealershipPhone')}`

/** How long ago the last service was, and of which model. */
const since = (f: MessageFacts) =>
  typeof f.months === 'number' && f.months > 0 && `您的${text(f, 'model')}距上次保养已 ${f.months} 个月。`

/** The package that fits, and what booking ahead takes off. */
const offered = (f: MessageFacts) =>
  lines(
    f.package && `推荐套餐：${text(f, 'package')}。`,
    typeof f.labourBp === 'number' && f.labourBp < 10_000 && `提前预约可享工时费 ${f.labourBp / 1000} 折。`,
  )

/** How to book: with the link of the car where there is one, and how to get no more of these. */
const book = (f: MessageFacts) =>
  lines(
    '预约到店不用排队，按时交车，常规保养当天交车。',
    f.link && `点开即可选时间：${text(f, 'link')}`,
    f.adviser && `您的服务顾问：${text(f, 'adviser')}`,
    `${f.link ? '或致电' : '预约电话'}：${text(f, 'dealershipPhone')}。${text(f, 'dealership')}`,
    f.link ? `不再接收提醒：${text(f, 'link')}/stop` : '如不需提醒，请来电退订。',
  )

/** Advice for winter, spring, summer and autumn, by the quarter (X-COM-20). */
const SEASONS = [
  '冬季用车小贴士：请检查蓄电池和防冻液，冷启动后平稳预热再行驶。',
  '春季用车小贴士：雨水增多，请检查雨刮与胎纹，并更换空调滤芯。',
  '夏季用车小贴士：高温天气请每周检查胎压，车内勿放打火机。',
  '秋冬用车小贴士：入冬前请检查制动、蓄电池、防冻液及暖风。',
]

/** Messages to people, one function of facts per template; grouped by area. */
export default {
  // appointments
  'phone-code': (f) => `验证码 ${text(f, 'code')}，${text(f, 'minutes')} 分钟内有效。请勿告诉他人。`,
  'appointment-confirmed': (f) =>
    lines(
      `${text(f, 'name')}${text(f, 'address')}您好，您的预约已确认（${text(f, 'no')}）。`,
      visit(f),
      `请携带：${papers(f, 'documents')}。`,
      f.link && `查看、改期或取消：${text(f, 'link')}`,
      `感谢您的预约。${signature(f)}`,
    ),
  'appointment-reminder': (f) =>
    `【${text(f, 'dealership')}】温馨提醒：您的爱车 ${text(f, 'plate')} 预约 ${text(f, 'no')} 于${when(f, 'startsAt')}到店，服务顾问${text(f, 'adviser')}等候您。如需改期或取消，请使用预约短信中的链接或致电 ${text(f, 'dealershipPhone')}。`,
  'waiting-joined': (f) =>
    lines(
      `${text(f, 'name')}，您已加入候补名单（${text(f, 'plate')}，${text(f, 'firstDay')}至${text(f, 'lastDay')}）。`,
      '一有合适的空位，我们会为您保留并发消息通知您。',
      f.link && `退出候补：${text(f, 'link')}`,
      `${text(f, 'dealership')}，${text(f, 'dealershipPhone')}`,
    ),
  'waiting-offer': (f) =>
    lines(
      `${text(f, 'name')}${text(f, 'address')}您好，您候补的时间有空位了。`,
      visit(f),
      `为您保留至${when(f, 'heldUntil')}。请点击确认或放弃：${text(f, 'link')}`,
      signature(f),
    ),
  'waiting-over': (f) =>
    lines(
      `${text(f, 'name')}${text(f, 'address')}您好，${when(f, 'startsAt')}（${text(f, 'plate')}）的名额已不再保留。`,
      `欢迎随时另行预约，或致电${text(f, 'dealershipPhone')}。${text(f, 'dealership')}`,
    ),
  'request-overdue': (f) =>
    `${text(f, 'dealership')}：${when(f, 'receivedAt')}收到的客户请求${f.plate ? `（${text(f, 'plate')}）` : ''}未按时答复，请在“预约－客户请求”中接手处理。`,
  'help-asked': (f) =>
    `${text(f, 'dealership')}：${text(f, 'plate')}（接车单${text(f, 'no')}）请您协助：${text(f, 'question')}`,
  'special-care': (f) =>
    f.why === 'comeback'
      ? `${text(f, 'dealership')}：${text(f, 'plate')}因上次维修${f.earlierNo ? `（${text(f, 'earlierNo')}）` : ''}返修到店，接车单${text(f, 'no')}，请关注。`
      : `${text(f, 'dealership')}：投诉敏感客户驾${text(f, 'plate')}到店，接车单${text(f, 'no')}，请关注。`,
  'appointment-moved': (f) =>
    lines(
      `${text(f, 'name')}${text(f, 'address')}您好，您的预约已改期（${text(f, 'no')}）。`,
      visit(f),
      f.link && `查看、改期或取消：${text(f, 'link')}`,
      `谢谢您。${signature(f)}`,
    ),
  'appointment-cancelled': (f) =>
    lines(
      `${text(f, 'name')}${text(f, 'address')}您好，${text(f, 'plate')} ${when(f, 'startsAt')} 的预约已取消。`,
      `感谢您提前告知，期待您下次光临。${signature(f)}`,
    ),
  'appointment-missed': (f) =>
    lines(
      `${text(f, 'name')}${text(f, 'address')}您好，${when(f, 'startsAt')} 未能等到您（${text(f, 'plate')}）。`,
      `感谢您的信任，请致电 ${text(f, 'dealershipPhone')} 另约方便的时间。${text(f, 'dealership')}`,
    ),
  'appointment-provisional': (f) =>
    lines(
      `${text(f, 'name')}${text(f, 'address')}您好，${when(f, 'startsAt')} 的预约需要先订购零件。`,
      `该时间为暂定，零件到店后我们再与您最终确认。${signature(f)}`,
    ),
  // reception
  'visit-welcome': (f) =>
    lines(
      `${text(f, 'name')}${text(f, 'address')}，您好！欢迎光临${text(f, 'dealership')}，您的爱车 ${text(f, 'plate')} 已由我们接待（来店单 ${text(f, 'no')}）。`,
      `点此随时查看每一步进展：${text(f, 'link')}`,
      `有任何问题请致电 ${text(f, 'dealershipPhone')}。`,
    ),
  // orders
  'order-to-sign': (f) =>
    lines(
      `${text(f, 'name')}${text(f, 'address')}您好，${text(f, 'plate')} 的委托书 ${text(f, 'no')} 已报价，合计 ${price(f, 'totalFen')}。`,
      `请查看并签字：${text(f, 'link')}`,
      `您签字后我们才开始施工。${text(f, 'dealership')}，${text(f, 'dealershipPhone')}`,
    ),
  'order-signed': (f) =>
    lines(
      `${text(f, 'name')}${text(f, 'address')}您好，感谢您的委托（${text(f, 'no')}，${text(f, 'plate')}），合计 ${price(f, 'totalFen')}。`,
      f.promisedAt && `承诺完工：${when(f, 'promisedAt')}。`,
      `取车码 ${text(f, 'voucherCode')}。客户联与实时进度：${text(f, 'link')}`,
      `${text(f, 'dealership')}，${text(f, 'dealershipPhone')}`,
    ),
  'additional-work-to-answer': (f) =>
    lines(
      `${text(f, 'name')}${text(f, 'address')}您好，${text(f, 'plate')} 维修中发现：${text(f, 'what')}。`,
      f.why && `原因：${text(f, 'why')}`,
      f.whatIfNot && `如不处理：${text(f, 'whatIfNot')}`,
      f.how && `建议方案：${text(f, 'how')}`,
      `费用合计 ${price(f, 'totalFen')}，未经您同意不会施工。请答复：${text(f, 'link')}`,
      `${text(f, 'dealership')}，${text(f, 'dealershipPhone')}`,
    ),
  'additional-work-reminder': (f) =>
    lines(
      `${text(f, 'name')}您好，${text(f, 'plate')}的增项（${text(f, 'what')}）仍在等您答复。`,
      `${when(f, 'expiresAt')}前可在此答复，之后我们会致电您：${text(f, 'link')}`,
      `${text(f, 'dealership')} ${text(f, 'dealershipPhone')}`,
    ),
  'additional-work-answered': (f) =>
    `${text(f, 'plate')}（${text(f, 'no')}）${text(f, 'what')}：同意 ${text(f, 'approved')} 项，不做 ${text(f, 'declined')} 项。${f.approved ? '同意的项目已待派工，备件已预留或已请购。' : ''}`,
  'additional-work-unanswered': (f) =>
    `${text(f, 'plate')}（${text(f, 'no')}）增项“${text(f, 'what')}”未按时答复，请致电客户。`,
  'additional-work-withdrawn': (f) =>
    lines(
      `${text(f, 'name')}${text(f, 'address')}您好，${text(f, 'plate')} 的增项建议（${text(f, 'what')}）已撤回，您无需再答复。`,
      `您已同意的项目照常进行：${text(f, 'link')}`,
      `${text(f, 'dealership')}，${text(f, 'dealershipPhone')}`,
    ),
  'order-stopped': (f) =>
    lines(
      `${text(f, 'name')}${text(f, 'address')}您好，按照约定，${text(f, 'plate')} 的维修（委托书 ${text(f, 'no')}）已中止。`,
      f.billed ? '结算单只包含已完成的部分。' : '本次委托不收取费用。',
      `查看详情：${text(f, 'link')}`,
      `${text(f, 'dealership')}，${text(f, 'dealershipPhone')}`,
    ),
  // quality, lounge
  'car-ready': (f) =>
    lines(
      `${text(f, 'name')}${text(f, 'address')}您好，${text(f, 'plate')} 已通过质检，并由服务顾问与技师共同验收，可以取车了。`,
      f.solved && `已解决：${text(f, 'solved')}。`,
      f.advice && `建议后续处理：${text(f, 'advice')}。`,
      `请到服务台出示取车码（委托书 ${text(f, 'no')}）。`,
      `查看维修内容：${text(f, 'link')}`,
      '如问题再次出现、故障灯亮起或有任何异常，请立即致电。',
      `${text(f, 'dealership')}，${text(f, 'dealershipPhone')}`,
    ),
  'car-back-in-work': (f) =>
    lines(
      `${text(f, 'name')}${text(f, 'address')}您好，请先不要来取 ${text(f, 'plate')}：有一处还没有达到标准，我们正在返工并重新质检。`,
      `新的时间由服务顾问告知您。实时进度：${text(f, 'link')}`,
      `${text(f, 'dealership')}，${text(f, 'dealershipPhone')}`,
    ),
  'visit-progress': (f) =>
    lines(
      `${text(f, 'plate')} 维修进度：${text(f, 'done')}。`,
      f.next && `下一步：${text(f, 'next')}。`,
      typeof f.minutesLeft === 'number' && `还需约${length(f, 'minutesLeft')}。`,
      `${f.photos ? '照片与实时进度' : '实时进度'}：${text(f, 'link')}`,
      text(f, 'dealership'),
    ),
  'visit-delay': (f) =>
    lines(
      `${text(f, 'name')}${text(f, 'address')}您好，非常抱歉，${text(f, 'plate')} 的交车时间需要延后。`,
      f.cause === 'partMissing' && '所需零件还未到店。',
      f.cause === 'technical' && '维修中遇到技术问题。',
      f.note && text(f, 'note'),
      `新的交车时间：${when(f, 'newPromisedAt')}。`,
      f.offered && `在此期间我们为您提供替代方案，请选择：${text(f, 'link')}`,
      `${text(f, 'dealership')}，${text(f, 'dealershipPhone')}`,
    ),
  // follow-up
  'followUp.ratingInvitation': (f) =>
    lines(
      `${text(f, 'name')}您好，感谢您光临${text(f, 'dealership')}。`,
      f.highlights && `本次为您的爱车完成：${text(f, 'highlights')}。`,
      `您满意吗？点两下即可评价：${text(f, 'link')}`,
    ),
  'followUp.notReached': (f) =>
    lines(
      `${text(f, 'name')}您好，我们致电回访爱车使用情况，未能接通。`,
      f.link && `您可以在这里告诉我们：${text(f, 'link')}`,
      `也可致电 ${text(f, 'phone')}。${text(f, 'dealership')}`,
    ),
  'followUp.serviceReminder': (f) =>
    lines(
      `${text(f, 'name')}您好，您的爱车即将到保养时间。`,
      `提前预约可自选时间：${text(f, 'phone')}。${text(f, 'dealership')}`,
    ),
  // reminders
  'reminder.overdue': (f) =>
    lines(
      `${text(f, 'name')}${text(f, 'address')}您好，您的爱车 ${text(f, 'plate')} 保养已于 ${text(f, 'dueOn')} 到期。逾期行驶会加重发动机磨损，并可能影响质保。`,
      since(f),
      f.offer && `${text(f, 'offer')}。`,
      offered(f),
      book(f),
    ),
  'reminder.lost': (f) =>
    lines(
      `${text(f, 'name')}${text(f, 'address')}您好，您的爱车 ${text(f, 'plate')} 很久没有到店了，一切都好吗？`,
      f.offer && `${text(f, 'offer')}。`,
      offered(f),
      book(f),
    ),
  'reminder.recall': (f) =>
    lines(
      `${text(f, 'name')}${text(f, 'address')}您好，厂家对您的爱车 ${text(f, 'plate')} 实施召回：${text(f, 'occasion')}。此项关系您的行车安全，维修免费。`,
      f.link && `请选择到店时间：${text(f, 'link')}`,
      `${f.link ? '或致电' : '请致电'}：${text(f, 'dealershipPhone')}。${text(f, 'dealership')}`,
    ),
  'reminder.winBack': (f) =>
    lines(
      `${text(f, 'name')}${text(f, 'address')}您好，期待您和爱车 ${text(f, 'plate')} 再次光临。`,
      f.offer && `专属优惠（${text(f, 'until')} 前有效）：${text(f, 'offer')}。`,
      offered(f),
      book(f),
    ),
  'reminder.campaign': (f) =>
    lines(
      `${text(f, 'name')}${text(f, 'address')}您好，诚邀您和爱车 ${text(f, 'plate')} 参加：${text(f, 'occasion')}（${text(f, 'fromOn')} 至 ${text(f, 'until')}）。`,
      f.offer && `${text(f, 'offer')}。`,
      offered(f),
      book(f),
    ),
  'reminder.care': (f) =>
    lines(
      `${text(f, 'name')}${text(f, 'address')}您好，${text(f, 'dealership')}问候您和爱车 ${text(f, 'plate')}。`,
      SEASONS[quarterOf(f)],
      f.offer && `${text(f, 'offer')}。`,
      `用车有任何疑问，请致电：${text(f, 'dealershipPhone')}`,
      f.link && `不再接收：${text(f, 'link')}/stop`,
    ),
  'reminder.agreed': (f) =>
    lines(
      `${text(f, 'name')}${text(f, 'address')}您好，感谢您的来电沟通（${text(f, 'plate')}）。${text(f, 'words')}`,
      f.link && `选择到店时间：${text(f, 'link')}`,
      `${text(f, 'dealership')}，${text(f, 'dealershipPhone')}`,
    ),
  'reminder.service': (f) =>
    lines(
      `${text(f, 'name')}您好，您的爱车 ${text(f, 'plate')} 下次保养到期日为 ${text(f, 'dueOn')}。`,
      since(f),
      f.remainingKm && `距下次保养约还有 ${text(f, 'remainingKm')} 公里。`,
      f.offer && `${text(f, 'offer')}。`,
      offered(f),
      book(f),
    ),
  'complaint.received': (f) =>
    lines(
      `${text(f, 'name')}您好，非常抱歉。您的投诉 ${text(f, 'no')} 已转服务经理处理。`,
      `我们会尽快与您联系，并在 ${text(f, 'planBy')} 前给出初步方案。`,
      `${text(f, 'dealership')}，${text(f, 'phone')}`,
    ),
  // settings
  'channel-test': (f) => `这是${text(f, 'dealership')}的测试消息，无需处理。`,
} satisfies Record<keyof typeof en, (facts: MessageFacts) => string>
