import en from './en/account'
import zhCN from './zh-CN/account'

export const account = { en, 'zh-CN': zhCN }
