import en from './en/booking'
import zhCN from './zh-CN/booking'

export const booking = { en, 'zh-CN': zhCN }
