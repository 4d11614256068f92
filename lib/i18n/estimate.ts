import en from './en/estimate'
import zhCN from './zh-CN/estimate'

export const estimate = { en, 'zh-CN': zhCN }
