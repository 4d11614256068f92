import en from './en/invitation'
import zhCN from './zh-CN/invitation'

export const invitation = { en, 'zh-CN': zhCN }
