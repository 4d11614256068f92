import en from './en/dispute'
import zhCN from './zh-CN/dispute'

export const dispute = { en, 'zh-CN': zhCN }
