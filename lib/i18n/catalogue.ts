import en from './en/catalogue'
import zhCN from './zh-CN/catalogue'

export const catalogue = { en, 'zh-CN': zhCN }
