import en from './en/closures'
import zhCN from './zh-CN/closures'

export const closures = { en, 'zh-CN': zhCN }
