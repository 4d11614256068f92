import en from './en/condition'
import zhCN from './zh-CN/condition'

export const condition = { en, 'zh-CN': zhCN }
