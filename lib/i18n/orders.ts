import en from './en/orders'
import zhCN from './zh-CN/orders'

export const orders = { en, 'zh-CN': zhCN }
