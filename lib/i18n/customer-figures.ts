import en from './en/customer-figures'
import zhCN from './zh-CN/customer-figures'

export const customerFigures = { en, 'zh-CN': zhCN }
