import en from './en/order-rules'
import zhCN from './zh-CN/order-rules'

export const orderRules = { en, 'zh-CN': zhCN }
