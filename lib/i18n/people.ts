import en from './en/people'
import zhCN from './zh-CN/people'

export const people = { en, 'zh-CN': zhCN }
