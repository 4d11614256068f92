import en from './en/settings'
import zhCN from './zh-CN/settings'

export const settings = { en, 'zh-CN': zhCN }
