import en from './en/ways'
import zhCN from './zh-CN/ways'

export const ways = { en, 'zh-CN': zhCN }
