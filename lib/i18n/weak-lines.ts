import en from './en/weak-lines'
import zhCN from './zh-CN/weak-lines'

export const weakLines = { en, 'zh-CN': zhCN }
