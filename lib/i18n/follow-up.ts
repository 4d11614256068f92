import en from './en/follow-up'
import zhCN from './zh-CN/follow-up'

export const followUp = { en, 'zh-CN': zhCN }
