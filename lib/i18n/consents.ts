import en from './en/consents'
import zhCN from './zh-CN/consents'

export const consents = { en, 'zh-CN': zhCN }
