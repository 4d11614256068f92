import en from './en/imports'
import zhCN from './zh-CN/imports'

export const imports = { en, 'zh-CN': zhCN }
