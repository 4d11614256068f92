import en from './en/lounge'
import zhCN from './zh-CN/lounge'

export const lounge = { en, 'zh-CN': zhCN }
