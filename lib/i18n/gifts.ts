import en from './en/gifts'
import zhCN from './zh-CN/gifts'

export const gifts = { en, 'zh-CN': zhCN }
