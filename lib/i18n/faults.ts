import en from './en/faults'
import zhCN from './zh-CN/faults'

export const faults = { en, 'zh-CN': zhCN }
