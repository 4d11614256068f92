import en from './en/workshop'
import zhCN from './zh-CN/workshop'

export const workshop = { en, 'zh-CN': zhCN }
