import type en from '../en/approvals'

export default {
  readOut: {
    what: '发现的问题',
    why: '重要性',
    whatIfNot: '不处理的后果',
    how: '处理方案',
    price: '价格',
    time: '新的交车时间',
  },
  phone: {
    readOut: '已向客户宣读',
    readOutHint: '同意只对已宣读的内容有效。',
    number: '拨打的号码',
    recorded: (f: { name: string; number: string }) => `${f.name}记录，拨打 ${f.number}`,
    recordedWithout: (f: { name: string }) => `${f.name}记录`,
    read: (f: { points: string }) => `已宣读：${f.points}`,
    open: '待补签',
  },
  safety: {
    badge: '安全项',
    mark: '涉及行车安全（红色项）',
    markHint: '客户不做时须签字确认，以后每次联系都会提示。',
    red: '此项涉及行车安全。',
    noticeTitle: '安全告知',
    notice: (f: { consequence: string }) =>
      `维修站已告知本人：此项目涉及行车安全，不处理的后果为：${f.consequence} 本人自愿暂不处理，并自行承担相应责任。`,
    signNotice: '请签字确认已阅读安全告知',
    open: '安全告知尚未签字。',
    signed: '安全告知已签字',
    signNow: '签署安全告知',
    declinedTitle: '客户未做的安全项',
    declinedSince: (f: { day: string }) => `${f.day} 未做`,
    unsigned: '告知未签字',
    tell: '请在本次联系中再次提醒客户。',
  },
  code: {
    lead: (f: { from: string }) => `金额达到 ${f.from}，需向您的手机发送验证码确认是您本人。`,
    prove: '验证',
  },
} satisfies typeof en
