import en from './en/trips'
import zhCN from './zh-CN/trips'

export const trips = { en, 'zh-CN': zhCN }
