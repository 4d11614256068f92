import en from './en/shell'
import zhCN from './zh-CN/shell'

export const shell = { en, 'zh-CN': zhCN }
