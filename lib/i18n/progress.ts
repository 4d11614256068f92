import en from './en/progress'
import zhCN from './zh-CN/progress'

export const progress = { en, 'zh-CN': zhCN }
