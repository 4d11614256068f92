import en from './en/quality'
import zhCN from './zh-CN/quality'

export const quality = { en, 'zh-CN': zhCN }
