import en from './en/floor'
import zhCN from './zh-CN/floor'

export const floor = { en, 'zh-CN': zhCN }
