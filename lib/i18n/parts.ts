import en from './en/parts'
import zhCN from './zh-CN/parts'

export const parts = { en, 'zh-CN': zhCN }
