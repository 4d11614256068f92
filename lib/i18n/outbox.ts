import en from './en/outbox'
import zhCN from './zh-CN/outbox'

export const outbox = { en, 'zh-CN': zhCN }
