import en from './en/api'
import zhCN from './zh-CN/api'

export const api = { en, 'zh-CN': zhCN }
