import en from './en/customers'
import zhCN from './zh-CN/customers'

export const customers = { en, 'zh-CN': zhCN }
