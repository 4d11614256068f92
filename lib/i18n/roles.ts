import en from './en/roles'
import zhCN from './zh-CN/roles'

export const roles = { en, 'zh-CN': zhCN }
