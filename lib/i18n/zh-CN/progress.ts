import type en from '../en/progress'

export default {
  proveTitle: '请确认是您的爱车',
  proveLead: (f) => `此页面属于车牌尾号 ${f.tail} 的车辆。为保护您的信息，请先核对手机号。`,
  proveLeadWithoutPlate: '为保护您的信息，请先核对手机号。',
  proveDigits: '您手机号的后四位',
  proveHint: '在本店预留的手机号。',
  proveButton: '打开我的页面',
} satisfies typeof en
