import en from './en/reception'
import zhCN from './zh-CN/reception'

export const reception = { en, 'zh-CN': zhCN }
