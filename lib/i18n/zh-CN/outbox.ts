import type en from '../en/outbox'

export default {
  title: '发件箱',
  lead: '发给客户的每条消息，与客户看到的一致。尚未接入短信服务，此页即客户的手机。',
  search: '手机号最后几位',
  find: '查找',
  all: '显示全部',
  emptyTitle: '还没有消息',
  emptyLead: '验证码、预约确认和进度通知生成后会显示在这里。',
  nothingFound: '没有发给该尾号的消息',
  nothingFoundLead: '请核对号码，或显示全部消息。',
  statuses: { queued: '待发送', sent: '已送达', failed: '发送失败', dropped: '已丢弃' },
  older: '更早的消息',
  unknown: (f: { template: string }) => `消息“${f.template}”`,
  to: (f: { who: string }) => `发给 ${f.who}`,
} satisfies typeof en
