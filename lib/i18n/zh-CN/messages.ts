import type en from '../en/messages'
import { lines, partsIn } from '../message-parts'
import type { MessageFacts } from '../messages'

const { text, when, price, length } = partsIn('zh-CN')

const visit = (f: MessageFacts) =>
  lines(
    `${text(f, 'plate')}，${when(f, 'startsAt')}`,
    `接待您的服务顾问：${text(f, 'adviser')}`,
    `项目：${text(f, 'items')}（约${length(f, 'minutes')}）`,
    f.promisedAt && `预计交车：${when(f, 'promisedAt')}`,
    `今日价格：${price(f, 'priceFen')}${f.openPrice ? '；您另外说明的需求检查后先报价、再施工' : '，无隐形消费'}`,
  )
const signature = (f: MessageFacts) =>
  `${text(f, 'dealership')}，${text(f, 'dealershipAddress')}，${text(f, 'dealershipPhone')}`

/** Messages to people, one function of facts per template; grouped by area. */
export default {
  // appointments
  'phone-code': (f) => `验证码 ${text(f, 'code')}，${text(f, 'minutes')} 分钟内有效。请勿告诉他人。`,
  'appointment-confirmed': (f) =>
    lines(
      `${text(f, 'name')}${text(f, 'address')}您好，您的预约已确认（${text(f, 'no')}）。`,
      visit(f),
      '请携带：行驶证、保养手册；如为事故车请带保险资料。',
      f.link && `查看、改期或取消：${text(f, 'link')}`,
      `感谢您的预约。${signature(f)}`,
    ),
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
} satisfies Record<keyof typeof en, (facts: MessageFacts) => string>
