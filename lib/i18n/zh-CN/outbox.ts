import type en from '../en/outbox'

export default {
  title: '发件箱',
  lead: '发给客户的每条消息，与客户看到的一致。未接入服务商时，此页即客户的手机。',
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
  via: (f: { channel: string }) => `通过${f.channel}`,
  notYet: (f: { reason: string }) => `暂未送出，将自动重试。${f.reason}`,
  why: (f: { reason: string }) => `未能送达。${f.reason}`,
  otherReason: '原因未知。',
  sendAgain: '重新发送',
  queuedAgain: '已重新进入发送队列。',
  to: (f: { who: string }) => `发给 ${f.who}`,
} satisfies typeof en
