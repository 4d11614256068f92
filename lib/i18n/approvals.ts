import en from './en/approvals'
import zhCN from './zh-CN/approvals'

export const approvals = { en, 'zh-CN': zhCN }
