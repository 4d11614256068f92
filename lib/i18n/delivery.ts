import en from './en/delivery'
import zhCN from './zh-CN/delivery'

export const delivery = { en, 'zh-CN': zhCN }
